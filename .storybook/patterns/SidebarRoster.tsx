import { PresenceList } from '@rollcall/react'

/** Who is here, grouped, with those who left lately at the end. */
export function SidebarRoster() {
  return (
    <aside aria-label="People here" className="sidebar">
      <PresenceList departed={5} groupBy="status" search />
    </aside>
  )
}
