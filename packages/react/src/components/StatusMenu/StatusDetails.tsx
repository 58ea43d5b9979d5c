import type { ReactElement } from 'react'
import type { Status } from '../../format/describeStatus.ts'
import type { Strings } from '../../strings/strings.ts'

/** `sent`: on its way. `waiting`: goes out when the link is back. */
export type StatusPending = 'sent' | 'waiting'

interface StatusDetailsProps {
  readonly id: string
  readonly status: Status
  readonly text: string | undefined
  readonly until: string | undefined
  readonly pending: StatusPending | undefined
  readonly refusal: string | undefined
  readonly strings: Strings
}

/** What is to be known of a status besides its name; the button is described by it. */
export function StatusDetails(props: StatusDetailsProps): ReactElement {
  const { id, status, text, until, pending, refusal, strings } = props
  // A text that nobody sees is not told; why nobody sees it is.
  const words = status === 'invisible' ? strings.invisibleToOthers : text
  return (
    <div className="rc-note" data-slot="details" id={id}>
      {words !== undefined && <bdi>{words}</bdi>}
      {words !== undefined && until !== undefined && ' · '}
      {until}
      {pending === 'waiting' && <div data-slot="waiting">{strings.appliesLater}</div>}
      {refusal !== undefined && (
        <div className="rc-note" data-slot="refusal" data-tone="negative">
          {strings.statusRefused({ reason: refusal })}
        </div>
      )}
    </div>
  )
}
