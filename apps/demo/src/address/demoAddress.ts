/** What the address of the page says: room, person, theme and medium. Read once, written back, so that a reload keeps it. */
import { isNetworkPreset, type NetworkPreset } from '../network/conditions.ts'
import { nameFromId, randomPerson, randomTail, slugOf, type DemoPerson } from './demoPerson.ts'
import { LANGUAGE_TAGS, type Direction, type LanguageTag, type Motion, type ViewChoice } from './viewChoice.ts'

export type Theme = 'auto' | 'light' | 'dark'
/** `server`: over the WebSocket of this origin. `tabs`: over BroadcastChannel, with no server at all. */
export type Medium = 'server' | 'tabs'

/** States of the page that seldom are seen: nobody else · nothing known yet · turned away. `live`: as it comes. */
export type ScreenState = 'live' | 'empty' | 'loading' | 'failed'

export interface DemoAddress extends ViewChoice {
  readonly room: string
  readonly person: DemoPerson
  readonly theme: Theme
  readonly medium: Medium
  /** How good the simulated line of this page is. */
  readonly net: NetworkPreset
  /** Whether the instruments are shown. */
  readonly devtools: boolean
  /** Made-up people to begin with. */
  readonly people: number
  /** Without input for so long, this tab says that its person is away. */
  readonly awayAfterMs: number
  readonly state: ScreenState
}

/** For testing nobody wants to wait five minutes. */
export const AWAY_AFTER_MS = { min: 10_000, max: 300_000 } as const

/** Where everybody meets who names no room. */
const DEFAULT_ROOM = 'demo'
/** What the protocol allows as a room (PROTOCOL.md, chapter 2). */
const ROOM = /^[A-Za-z0-9_.:@/-]{1,128}$/
/** The protocol's longest user id. */
const MAX_ID_LENGTH = 128
const MAX_NAME_LENGTH = 60

/**
 * Reads `?room= &user= &name= &theme= &transport= &net= &devtools= &people= &away= &lang= &dir= &motion= &state=`. Whatever is missing or unusable gets a default: the person is `user`,
 * else made from `name`, else a random one.
 *
 * @param chance uniform in [0, 1); asked only where a person has to be invented
 */
export function readDemoAddress(search: string, chance: () => number): DemoAddress {
  const query = new URLSearchParams(search)
  const room = query.get('room') ?? ''
  const theme = query.get('theme')
  const net = query.get('net')
  const state = oneOf<ScreenState>(query.get('state'), ['live', 'empty', 'loading', 'failed'])
  return {
    // Where nobody else can be: a room that nobody has heard of.
    room: ROOM.test(room) ? room : state === 'empty' ? `empty-${randomTail(chance)}` : DEFAULT_ROOM,
    person: readPerson(query, chance),
    theme: theme === 'light' || theme === 'dark' ? theme : 'auto',
    medium: query.get('transport') === 'tabs' ? 'tabs' : 'server',
    net: isNetworkPreset(net) ? net : 'good',
    devtools: query.get('devtools') === '1',
    people: readNumber(query.get('people'), { min: 0, max: 1000, otherwise: 0 }),
    awayAfterMs: readAway(query.get('away')),
    language: oneOf<LanguageTag>(query.get('lang'), LANGUAGE_TAGS),
    dir: oneOf<Direction>(query.get('dir'), ['auto', 'ltr', 'rtl']),
    motion: oneOf<Motion>(query.get('motion'), ['full', 'calm', 'off']),
    state,
  }
}

/** The address as a query, on top of `search`, whose other keys stay. Defaults are left out, the person never. */
export function toSearch(address: DemoAddress, search = ''): string {
  const query = new URLSearchParams(search)
  put(query, 'room', address.room === DEFAULT_ROOM ? undefined : address.room)
  put(query, 'user', address.person.id)
  put(query, 'name', address.person.name)
  put(query, 'theme', address.theme === 'auto' ? undefined : address.theme)
  put(query, 'transport', address.medium === 'tabs' ? 'tabs' : undefined)
  put(query, 'net', address.net === 'good' ? undefined : address.net)
  put(query, 'devtools', address.devtools ? '1' : undefined)
  put(query, 'people', address.people === 0 ? undefined : String(address.people))
  const { awayAfterMs } = address
  put(query, 'away', awayAfterMs === AWAY_AFTER_MS.max ? undefined : String(awayAfterMs / 1000))
  put(query, 'lang', address.language === 'en' ? undefined : address.language)
  put(query, 'dir', address.dir === 'auto' ? undefined : address.dir)
  put(query, 'motion', address.motion === 'full' ? undefined : address.motion)
  put(query, 'state', address.state === 'live' ? undefined : address.state)
  return `?${query.toString()}`
}

/** The same place for somebody else: whoever opens it becomes a new person. The room is always named in it. */
export function toInviteSearch(address: DemoAddress): string {
  const query = new URLSearchParams({ room: address.room })
  put(query, 'theme', address.theme === 'auto' ? undefined : address.theme)
  put(query, 'transport', address.medium === 'tabs' ? 'tabs' : undefined)
  return `?${query.toString()}`
}

function readPerson(query: URLSearchParams, chance: () => number): DemoPerson {
  const id = clean(query.get('user'), MAX_ID_LENGTH)
  const name = clean(query.get('name'), MAX_NAME_LENGTH)
  if (id !== '') return { id, name: name === '' ? nameFromId(id) : name }
  if (name !== '') return { id: slugOf(name), name }
  return randomPerson(chance)
}

/** The first of `words` where the address has none of them. */
function oneOf<T extends string>(text: string | null, words: readonly [T, ...T[]]): T {
  return words.find((word) => word === text) ?? words[0]
}

/** Seconds in the address, for people to read. */
function readAway(seconds: string | null): number {
  const { min, max } = AWAY_AFTER_MS
  return readNumber(seconds, { min: min / 1000, max: max / 1000, otherwise: max / 1000 }) * 1000
}

interface NumberRange {
  readonly min: number
  readonly max: number
  /** Where it is no number at all. */
  readonly otherwise: number
}

function readNumber(text: string | null, { min, max, otherwise }: NumberRange): number {
  const value = Number.parseInt(text ?? '', 10)
  return Number.isFinite(value) ? Math.min(max, Math.max(min, value)) : otherwise
}

/** Without what the server would refuse: control characters, half surrogate pairs (a cut may leave one), too much. */
function clean(value: string | null, maxLength: number): string {
  const kept = (value ?? '').replaceAll(/\p{Cc}/gu, '').slice(0, maxLength)
  return kept.toWellFormed().replaceAll('\uFFFD', '').trim()
}

function put(query: URLSearchParams, key: string, value: string | undefined): void {
  if (value === undefined) query.delete(key)
  else query.set(key, value)
}
