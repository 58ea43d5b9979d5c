'use client'
import type { Connection } from '@rollcall/core'
import { useConnection } from './useConnection.ts'

const FIGURES = ['reason', 'latency', 'attempt', 'retryAt', 'queued'] as const

/** What there is to know of the link beside its state. */
export type LinkFigures = Partial<Pick<Connection, (typeof FIGURES)[number]>>

const all = (connection: Connection): LinkFigures => connection
const reasonOnly = ({ reason }: Connection): LinkFigures => (reason === undefined ? {} : { reason })
const isSame = (a: LinkFigures, b: LinkFigures): boolean => FIGURES.every((key) => a[key] === b[key])

/**
 * Figures of the link; without those that nobody is to read it does not render for them.
 * @throws PresenceError `missing_provider`
 */
export function useLinkFigures(wanted: 'all' | 'reason'): LinkFigures {
  return useConnection(wanted === 'all' ? all : reasonOnly, isSame)
}
