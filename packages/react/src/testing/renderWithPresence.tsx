/** A page with people in it: renders under a provider and a room, over a network that the test moves. */
import { createTestNetwork, type TestClock, createTestClock, type TestEnvironment } from '@rollcall/core/testing'
import { act, render, type RenderResult } from '@testing-library/react'
import { StrictMode, type ReactElement, type ReactNode } from 'react'
import { PresenceProvider, type PresenceProviderProps } from '../context/PresenceProvider.tsx'
import { PresenceRoom, type PresenceRoomProps } from '../context/PresenceRoom.tsx'
import type { PresenceSettingsProps } from '../context/presenceSettings.ts'
import type { RegisteredClient } from '../context/register.ts'
import type { Announcement } from '../announcer/announcement.ts'
import { createAnnouncementLog, readFrom } from './announcementLog.tsx'
import { createPresenceStage, type PresenceStage } from './presenceStage.ts'
import { openStageTab, type StagePerson, stagePerson } from './stagePerson.ts'

/** 2026-01-01T00:00:00Z */
const DEFAULT_NOW = 1_767_225_600_000
/** Time for the members to meet: who was just asked who is there answers the next a quarter of a second later. */
const WARM_UP_MS = 1_000

export interface RenderWithPresenceOptions
  extends
    PresenceSettingsProps,
    Pick<PresenceProviderProps, 'announce'>,
    Pick<PresenceRoomProps, 'visible' | 'subscribe'> {
  /** The person at the page under test. Default `'self'`. */
  readonly self?: StagePerson | string
  /** Who is in the room before the page is. */
  readonly members?: readonly (StagePerson | string)[]
  /** The link of the page under test. Default `connected`. */
  readonly connection?: 'connected' | 'connecting' | 'reconnecting'
  /** What the clock says when the page is rendered, epoch ms. Default 2026-01-01T00:00Z. */
  readonly now?: number
  /** Default `room`. */
  readonly roomId?: string
  /** Under `<StrictMode>`. Default off. */
  readonly strict?: boolean
}

export interface PresenceRender extends RenderResult {
  readonly client: RegisteredClient
  readonly clock: TestClock
  /** The page under test: hide it, freeze it, take its network. */
  readonly page: TestEnvironment
  /** Everybody else. */
  readonly room: PresenceStage
  /** What screen readers were told on this page, oldest first. */
  announcements(): readonly Announcement[]
}

/**
 * Renders `ui` in a room and resolves once everybody has met. Language and zone are `en` and `UTC` unless told. What
 * `unmount` leaves on the clock is what was leaked: it disposes of every client, too.
 */
export async function renderWithPresence(
  ui: ReactNode,
  options: RenderWithPresenceOptions = {},
): Promise<PresenceRender> {
  const { roomId = 'room', members = [], connection = 'connected', visible, subscribe } = options
  const self = stagePerson(options.self ?? 'self')
  const clock = createTestClock({ wall: (options.now ?? DEFAULT_NOW) - WARM_UP_MS })
  const network = createTestNetwork({ clock })
  const settle = (change: () => void, ms: number): Promise<void> =>
    act(async () => {
      change()
      clock.advance(ms)
      // What waited for a promise follows in the same instant.
      await Promise.resolve()
      clock.advance(0)
    })
  const { stage, dispose } = createPresenceStage({ network, roomId, self: self.id, settle })
  for (const member of members) await stage.join(member)
  await stage.advance(WARM_UP_MS)
  if (connection === 'connecting') network.drop(self.id)
  const { client, page } = openStageTab(network, self, self.id)

  const { locale = 'en', timeZone = 'UTC', strings, hourCycle, timeDisplay, motion, announce, strict = false } = options
  const log = createAnnouncementLog()
  readFrom(log)
  const wrapper = ({ children }: { readonly children: ReactNode }): ReactElement => {
    const tree = (
      <PresenceProvider {...{ client, locale, timeZone, strings, hourCycle, timeDisplay, motion, announce }}>
        <PresenceRoom
          id={roomId}
          {...(self.presence !== undefined && { initialPresence: self.presence })}
          {...(visible !== undefined && { visible })}
          {...(subscribe !== undefined && { subscribe })}
        >
          <log.Listener>{children}</log.Listener>
        </PresenceRoom>
      </PresenceProvider>
    )
    return strict ? <StrictMode>{tree}</StrictMode> : tree
  }
  const result = render(ui, { wrapper })
  await stage.advance(0)
  if (connection === 'reconnecting') await stage.drop()
  const unmount = (): void => {
    result.unmount()
    // What follows from unmounting comes a turn later, and has to be said before the clients go.
    clock.runDeferred()
    client.dispose()
    dispose()
  }
  return { ...result, unmount, client, clock, page, room: stage, announcements: log.read }
}
