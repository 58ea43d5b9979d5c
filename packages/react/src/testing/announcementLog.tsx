/** Everything that was said to screen readers on a page under test. */
import { type ReactNode, useEffect } from 'react'
import type { Announcement } from '../announcer/announcement.ts'
import { useAnnouncerOf } from '../context/announcerContext.ts'

export interface AnnouncementLog {
  /** Oldest first. */
  read(): readonly Announcement[]
  /** Listens for as long as it is mounted. */
  readonly Listener: (props: { readonly children?: ReactNode }) => ReactNode
}

export function createAnnouncementLog(): AnnouncementLog {
  const said: Announcement[] = []
  return {
    read: () => [...said],
    Listener: function AnnouncementListener({ children }) {
      const announcer = useAnnouncerOf('renderWithPresence')
      useEffect(() => announcer.subscribe((announcement) => said.push(announcement)), [announcer])
      return children
    },
  }
}

let latest: AnnouncementLog | undefined

/** Makes a log the one that `announcements()` reads. */
export function readFrom(log: AnnouncementLog): void {
  latest = log
}

/** What the page rendered last by `renderWithPresence` has said so far: text, politeness, and the clock's time, oldest first. */
export function announcements(): readonly Announcement[] {
  return latest?.read() ?? []
}
