/** Who somebody is at this demo: chosen in the address, or a friendly stranger. */

export interface DemoPerson {
  readonly id: string
  readonly name: string
}

const FIRST_NAMES = (
  'Ada Amara Aylin Bo Chidi Dina Elif Emre Fatima Goran Hana Ines Jonas Kenji Leila Linh Mateo Mina Nils Noor Olu ' +
  'Priya Quinn Rafael Saga Tomas Uma Viktor Wren Yara Zoe'
).split(' ')
const LAST_NAMES = (
  'Abe Berg Castro Demir Eklund Farouk Garcia Haddad Ito Jansen Kaya Lindqvist Moreau Nguyen Okafor Petrov Quist Rossi ' +
  'Silva Tanaka Unger Varga Weber Yilmaz'
).split(' ')
/** Far below the protocol's 128; taking letters apart may make many of one. */
const MAX_SLUG_LENGTH = 80
/** Makes two strangers of the same name two people. */
const TAIL_LENGTH = 4
const TAIL_LETTERS = 'abcdefghijkmnpqrstuvwxyz23456789'

/** Somebody nobody has named. */
export function randomPerson(chance: () => number): DemoPerson {
  const name = `${pick(FIRST_NAMES, chance)} ${pick(LAST_NAMES, chance)}`
  return { id: `${slugOf(name)}-${randomTail(chance)}`, name }
}

/** A few random letters, told apart at a glance: no `l`, `o`, `0` or `1`. */
export function randomTail(chance: () => number): string {
  return Array.from({ length: TAIL_LENGTH }, () => pick([...TAIL_LETTERS], chance)).join('')
}

/** `Bo Nyström` → `bo-nystrom`; a name without any Latin letter stays as it is, in lower case. */
export function slugOf(name: string): string {
  const plain = name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
  const slug = plain.replaceAll(/[^\p{L}\p{N}]+/gu, '-').replaceAll(/^-+|-+$/gu, '')
  return (slug === '' ? plain : slug).slice(0, MAX_SLUG_LENGTH).toWellFormed()
}

/** `bo-nystrom` → `Bo Nystrom`. */
export function nameFromId(id: string): string {
  const words = id.split(/[\s._-]+/u).filter((word) => word !== '')
  if (words.length === 0) return id
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ')
}

function pick(from: readonly string[], chance: () => number): string {
  return from[Math.floor(chance() * from.length)] ?? ''
}
