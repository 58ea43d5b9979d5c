/** How a play function moves a world whose time stands still until told. */
import { createTestClock, type TestClock } from '@rollcall/core/testing'
import { type queries, within } from 'storybook/test'
import { STORY_NOW } from '../live/createStoryClock.ts'
import { createWorld, type World } from '../live/createWorld.ts'

/** Everything that `within` finds, bound to one screen. */
type Queries = ReturnType<typeof within<typeof queries>>

export interface Stage {
  readonly world: World
  readonly clock: TestClock
  /** A screen by its name. */
  at(name: string): Queries
  pass(ms: number): Promise<void>
}

/** For a story’s `loaders`, by way of a function: they are called with a context. */
export function worldAt(wall: number): { readonly world: World; readonly clock: TestClock } {
  const clock = createTestClock({ wall })
  return { world: createWorld(clock), clock }
}

/** The same, when every story begins. */
export const stillWorld = () => worldAt(STORY_NOW)

/** Long enough for everybody to have met. */
const MEETING_MS = 4_000

/** Takes what `stillWorld` made, once the screens stand and everybody has met. */
export async function takeStage(canvasElement: HTMLElement, loaded: Record<string, unknown>): Promise<Stage> {
  // What the loader made; Storybook’s own type of it is open.
  const { world, clock } = loaded as { world: World; clock: TestClock }
  const canvas = within(canvasElement)
  await canvas.findAllByRole('region')
  const pass = (ms: number): Promise<void> => clock.advanceAsync(ms)
  await pass(MEETING_MS)
  return { world, clock, pass, at: (name) => within(canvas.getByRole('region', { name })) }
}

/** What screen readers were told, on all screens. */
export function spoken(): string {
  return [...document.querySelectorAll('[role="status"][data-slot="presence-announcer"]')]
    .map((one) => one.textContent)
    .join('')
}

export interface Ear {
  /** How often something was said that contains `words`, on all screens together. */
  heard(words: string): number
}

/** Hears every message from now on, also those that were wiped since. Screens have to stand already. */
export function listen(): Ear {
  const said: string[] = []
  const observer = new MutationObserver((changes) => {
    for (const { addedNodes } of changes) for (const message of addedNodes) said.push(message.textContent ?? '')
  })
  for (const region of document.querySelectorAll('[role="status"][data-slot="presence-announcer"]'))
    observer.observe(region, { childList: true })
  return { heard: (words) => said.filter((one) => one.includes(words)).length }
}
