/** The guided tour: seven things to try, each with what has to be seen for it to count. */

export type TourFact =
  | 'online'
  | 'second-person'
  | 'second-session'
  | 'session-closed'
  | 'person-left'
  | 'killed'
  | 'resumed'
  | 'offline'
  | 'stale'
  | 'resynced'
  | 'typed'
  | 'field'
  | 'pointer'
  | 'invisible'

export interface TourStep {
  readonly id: string
  readonly title: string
  readonly hint: string
  /** What has to be seen at this tab, each with its words. */
  readonly facts: readonly (readonly [fact: TourFact, words: string])[]
}

export const TOUR_STEPS: readonly TourStep[] = [
  {
    id: 'see-yourself',
    title: 'See yourself online',
    hint: 'You stand first among the people, with a green dot.',
    facts: [['online', 'you are online']],
  },
  {
    id: 'someone-else',
    title: 'Open as someone else',
    hint: 'Use the button above. Both tabs show two people.',
    facts: [['second-person', 'a second person came']],
  },
  {
    id: 'as-me',
    title: 'Open as me',
    hint: 'Still the same people; you are one of them with “2 tabs”.',
    facts: [['second-session', 'a second tab of yours came']],
  },
  {
    id: 'close-tabs',
    title: 'Close that tab, then the other person’s last one',
    hint: 'Yours: only the number of tabs changes. Theirs: a moment later they were last seen just now.',
    facts: [
      ['session-closed', 'your tab went, you did not'],
      ['person-left', 'the other person left'],
    ],
  },
  {
    id: 'kill-silently',
    title: 'Kill the socket silently',
    hint: 'Let somebody look on. Press “Kill silently”, wait 25 s or reconnect: they see nothing.',
    facts: [
      ['killed', 'the line went silent'],
      ['resumed', 'the session was resumed'],
    ],
  },
  {
    id: 'offline',
    title: 'Be offline for 70 s',
    hint: 'Here everybody turns stale, there you were last seen. Then both come back without a flash.',
    facts: [
      ['offline', 'the network is gone'],
      ['stale', 'what is shown is marked as old'],
      ['resynced', 'a new session has joined'],
    ],
  },
  {
    id: 'take-part',
    title: 'Type, visit a field, point, go invisible',
    hint: 'Look at the other tab while you do it.',
    facts: [
      ['typed', 'typed'],
      ['field', 'at a field'],
      ['pointer', 'pointed at the board'],
      ['invisible', 'invisible'],
    ],
  },
]
