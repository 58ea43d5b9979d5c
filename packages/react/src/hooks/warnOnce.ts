/** Words for developers, said once per client and subject; a production build says nothing. */

declare const process: { readonly env: { readonly NODE_ENV?: string } }

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

/** Bundlers put the value in its place; where there is none and no Node, the name does not even exist. */
function isDevelopment(): boolean {
  try {
    return process.env.NODE_ENV !== 'production'
  } catch {
    return false
  }
}
