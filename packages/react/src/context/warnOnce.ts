/** Words for developers, said once per owner and subject; a production build says nothing. */
import { isDevelopment } from './isDevelopment.ts'

const said = new WeakMap<object, Set<string>>()

/** Call it in effects only. `owner`: for whom it counts as said, such as the client. */
export function warnOnce(owner: object, subject: string, message: string): void {
  if (!isDevelopment()) return
  const subjects = said.get(owner) ?? new Set()
  said.set(owner, subjects)
  if (subjects.has(subject)) return
  subjects.add(subject)
  // oxlint-disable-next-line no-console -- the one place where developers are spoken to
  console.warn(`[rollcall] ${message}`)
}
