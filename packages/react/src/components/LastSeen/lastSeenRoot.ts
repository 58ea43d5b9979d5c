import type { LastSeenBucket } from '../../format/lastSeenFormat.ts'
import type { PartProps, RootProps } from '../part/partProps.ts'
import type { AttributeValue } from '../part/stateAttributes.ts'

export interface LastSeenState {
  readonly bucket: LastSeenBucket | 'online'
  readonly isSkewed: boolean
}

/** What the root of `LastSeenView` is, whoever draws it. */
export interface LastSeenRoot {
  readonly tag: 'span' | 'time'
  readonly name: 'rc-last-seen'
  readonly state: LastSeenState
  readonly attributes: Readonly<Record<string, AttributeValue>>
  readonly given: PartProps<LastSeenState> & RootProps
}
