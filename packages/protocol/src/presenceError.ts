import { ERROR_CATALOGUE, type PresenceErrorCode } from './errorCatalogue.ts'

/** Where `docs/errors.md` is read; the code is its heading. */
const DOCS = 'https://rollcall.dev/errors#'

export interface PresenceErrorOptions {
  /** What to do about it, in one sentence. */
  readonly hint?: string
  /** Facts for programs: ids, limits. Never secrets, never presence. */
  readonly details?: Readonly<Record<string, unknown>>
  readonly cause?: unknown
}

/**
 * The one error class. `code` is for programs and stable; `message` is for people, of the form
 * *unable to <operation>; <reason>*, and never parsed.
 */
export class PresenceError extends Error {
  override readonly name = 'PresenceError'
  readonly code: PresenceErrorCode
  // `declare`: a field that was not given is absent, not `undefined`.
  declare readonly hint?: string
  /** Address of the page that explains `code`. */
  readonly docs: string
  /** Whether doing the same again, later, may succeed. */
  readonly retryable: boolean
  declare readonly details?: Readonly<Record<string, unknown>>

  constructor(code: PresenceErrorCode, message: string, options: PresenceErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.code = code
    this.docs = `${DOCS}${code}`
    this.retryable = ERROR_CATALOGUE[code].retryable
    if (options.hint !== undefined) this.hint = options.hint
    if (options.details !== undefined) this.details = options.details
  }
}
