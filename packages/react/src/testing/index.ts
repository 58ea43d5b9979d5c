// The face of @rollcall/react/testing.

export { renderWithPresence } from './renderWithPresence.tsx'
export type { PresenceRender, RenderWithPresenceOptions } from './renderWithPresence.tsx'
export type { PresenceStage } from './presenceStage.ts'
export type { StagePerson } from './stagePerson.ts'
export { createRenderCounts } from './renderCounts.ts'
export type { RenderCounts } from './renderCounts.ts'
export { announcements } from './announcementLog.tsx'
export type { Announcement, Politeness } from '../announcer/announcement.ts'
export { presenceMatchers } from './presenceMatchers.ts'
export type { MatcherResult, PresenceMatchers } from './presenceMatchers.ts'
