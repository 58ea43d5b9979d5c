import { LastSeen, type LastSeenValue } from '@rollcall/react'

const people: readonly { readonly name: string; readonly seen: LastSeenValue }[] = [
  { name: 'Chidi', seen: { bucket: 'recently' } },
  { name: 'Dina', seen: { bucket: 'within-week' } },
  { name: 'Emre', seen: { bucket: 'within-month' } },
  { name: 'Fatima', seen: { bucket: 'long-ago' } },
]

/** People who keep the instant to themselves: only a bucket leaves the server, so no page can tell more. */
export function PrivacyBuckets() {
  return (
    <ul>
      {people.map(({ name, seen }) => (
        <li key={name}>
          {name}: <LastSeen value={seen} sentence />
        </li>
      ))}
    </ul>
  )
}
