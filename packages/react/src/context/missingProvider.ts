import { PresenceError } from '@rollcall/core'

/** The error of a hook that stands outside what it needs; says which element to put above it. */
export function missingProvider(hook: string, element: string): PresenceError {
  return new PresenceError('missing_provider', `unable to use ${hook}; there is no <${element}> above it`, {
    hint: `Render the component that calls ${hook} inside <${element}>.`,
    details: { hook, element },
  })
}
