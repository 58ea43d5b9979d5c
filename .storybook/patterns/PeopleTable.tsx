import { describePerson, LastSeen, PresenceIndicator, useOthersMapped } from '@rollcall/react'

/** One row renders when its person changes; the names come from what the server vouches for. */
export function PeopleTable() {
  const others = useOthersMapped(({ info, userId }) => describePerson(info, userId).name)
  return (
    <table>
      <caption>People</caption>
      <thead>
        <tr>
          {['Person', 'Status', 'Seen'].map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {others.map(([userId, name]) => (
          <tr key={userId}>
            <th scope="row">{name}</th>
            <td>
              <PresenceIndicator userId={userId} label="visible" />
            </td>
            <td>
              <LastSeen userId={userId} whenOnline="now" />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
