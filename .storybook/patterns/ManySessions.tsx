import { AvatarStack, useMember } from '@rollcall/react'

/** One face, however many tabs. */
export function ManySessions() {
  const sessions = useMember('bo', (member) => member?.sessions.length ?? 0)
  return (
    <div className="row">
      <AvatarStack />
      <span>{`Bo has ${sessions} tabs open`}</span>
    </div>
  )
}
