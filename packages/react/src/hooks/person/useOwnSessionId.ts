'use client'
import type { RegisteredSelf } from '../../context/register.ts'
import { useOwnPerson } from './useOwnPerson.ts'

const sessionIdOf = ({ sessionId }: RegisteredSelf): string | undefined => sessionId

/**
 * The session of this page; `undefined` before the first connection.
 * @throws PresenceError `missing_provider`
 */
export function useOwnSessionId(): string | undefined {
  return useOwnPerson(sessionIdOf)
}
