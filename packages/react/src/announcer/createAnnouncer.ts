/** Runs the reducer by the client's clock, and hands what is said to whoever listens: live regions, a log, a test. */
import type { Announcement, Politeness } from './announcement.ts'
import { type AnnouncementPolicy, DEFAULT_POLICY } from './announcementPolicy.ts'
import { type AnnouncerFact, announcerReducer, nextDueAt, SILENT } from './announcerReducer.ts'
import type { SpokenLanguage } from './spokenLanguage.ts'
import { politenessOf, wordsOf } from './wordsOf.ts'

/** As much of the client's time as speaking needs. */
export interface AnnouncerTime {
  /** Epoch ms. */
  now(): number
  setTimer(delayMs: number, task: () => void): () => void
}

export interface AnnouncerManner {
  readonly language: SpokenLanguage
  /** What is left out is as `DEFAULT_POLICY` has it. */
  readonly policy?: Partial<AnnouncementPolicy> | undefined
}

export interface Announcer {
  hear(fact: AnnouncerFact): void
  /** Something of the app's own, at once; an empty text is not said. */
  say(text: string, politeness?: Politeness): void
  /** In which language and how much from now on. */
  speakAs(manner: AnnouncerManner): void
  /** Where messages are read out: one place only, the newest modal or else the page. Returns the end of it. */
  openOutlet(place: 'page' | 'modal', add: Listener): () => void
  /** Each message, when it is said. Returns the end of it; with nobody to hear nothing waits on the clock. */
  subscribe(listener: Listener): () => void
  /** Runs `begin` for the first of several that want the same watched, and what it returned after the last. */
  share(what: string, begin: () => () => void): () => void
}

type Listener = (announcement: Announcement) => void

/** Silent until somebody listens. */
export function createAnnouncer(time: AnnouncerTime, manner: AnnouncerManner): Announcer {
  const listeners = new Set<Listener>()
  const outlets = { page: new Set<Listener>(), modal: new Set<Listener>() }
  const shared = new Map<string, { holders: number; readonly end: () => void }>()
  let state = SILENT
  let language = manner.language
  let policy: AnnouncementPolicy = { ...DEFAULT_POLICY, ...manner.policy }
  let cancel = (): void => {}

  const say = (text: string, politeness: Politeness = 'polite'): void => {
    if (text.trim() === '') return
    const announcement = { text, politeness, at: time.now() }
    const outlet = [...outlets.page, ...outlets.modal].slice(-1)
    for (const hearer of [...outlet, ...listeners]) hearer(announcement)
  }
  const arm = (): void => {
    cancel()
    cancel = () => {}
    const dueAt = nextDueAt(state, policy)
    const isHeard = listeners.size + outlets.page.size + outlets.modal.size > 0
    if (dueAt === Infinity || !isHeard) return
    cancel = time.setTimer(Math.max(0, dueAt - time.now()), () => hear({ type: 'ticked' }))
  }
  const hear = (fact: AnnouncerFact): void => {
    const turn = announcerReducer(state, fact, { at: time.now(), policy })
    state = turn.state
    for (const utterance of turn.said) say(wordsOf(utterance, language), politenessOf(utterance))
    arm()
  }
  const join = (hearers: Set<Listener>, hearer: Listener): (() => void) => {
    hearers.add(hearer)
    arm()
    return () => {
      hearers.delete(hearer)
      arm()
    }
  }
  return {
    hear,
    say,
    speakAs: (next) => {
      language = next.language
      policy = { ...DEFAULT_POLICY, ...next.policy }
      arm()
    },
    openOutlet: (place, add) => join(outlets[place], add),
    subscribe: (listener) => join(listeners, listener),
    share: (what, begin) => {
      const entry = shared.get(what) ?? { holders: 0, end: begin() }
      shared.set(what, entry)
      entry.holders += 1
      return () => {
        entry.holders -= 1
        if (entry.holders > 0) return
        shared.delete(what)
        entry.end()
      }
    },
  }
}
