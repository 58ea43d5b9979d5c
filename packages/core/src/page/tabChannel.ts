/** A line between the tabs of one browser and origin. Absent where there are no such channels: never relied on. */
export interface TabChannel {
  /** All other tabs with a channel of this name hear it; never this one. */
  post(message: unknown): void
  close(): void
}

/** Opens the channel `name`. `hear` gets what others post: anything, since any script of the origin can. */
export type OpenTabChannel = (name: string, hear: (message: unknown) => void) => TabChannel
