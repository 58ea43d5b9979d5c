/** What a component shows of a person. */
export interface PersonWords {
  readonly name: string
  /** Address of a picture. */
  readonly picture?: string
}

const NAMES = ['name', 'displayName', 'fullName'] as const
const PICTURES = ['picture', 'avatarUrl', 'image', 'avatar'] as const

/**
 * Reads a name and a picture from what the server vouches for, by the keys that OpenID Connect and most apps use.
 * An app with other keys hands its own function to the component. Without a name the id stands in.
 */
export function describePerson(info: unknown, userId: string): PersonWords {
  const name = firstText(info, NAMES) ?? userId
  const picture = firstText(info, PICTURES)
  return picture === undefined ? { name } : { name, picture }
}

function firstText(info: unknown, keys: readonly string[]): string | undefined {
  if (typeof info !== 'object' || info === null) return undefined
  for (const key of keys) {
    const found: unknown = Reflect.get(info, key)
    if (typeof found === 'string' && found.trim() !== '') return found
  }
  return undefined
}
