/** How somebody is, as a shape with a name. */
import { type ComponentPropsWithoutRef, forwardRef, type ReactNode } from 'react'
import {
  describeStatus,
  type Status,
  type StatusRegistry,
  type StatusShape,
  type StatusTone,
} from '../../format/describeStatus.ts'
import { en } from '../../strings/en.ts'
import type { Strings } from '../../strings/strings.ts'
import type { Part, WithPart } from '../part/partProps.ts'
import { PartRoot } from '../part/PartRoot.tsx'
import { StatusGlyph } from './StatusGlyph.tsx'

export interface PresenceIndicatorState {
  readonly status: Status
  readonly shape: StatusShape
  readonly tone: StatusTone
  readonly isStale: boolean
  readonly isSelf: boolean
}

export type IndicatorSize = 'xs' | 'sm' | 'md' | 'lg' | number
export type IndicatorAnchor = 'bottom-end' | 'top-end' | 'bottom-start' | 'top-start'

interface OwnProps {
  /** Absent = not known, which is not `offline`. */
  readonly status?: Status | undefined
  /** 8, 10, 12 or 16 px, or a number of px; below 8 shapes are no longer told apart. Default `sm`. */
  readonly size?: IndicatorSize | undefined
  /** `hidden`: a name for assistive technology. `visible`: the word beside the shape. `none`: decoration, where the name says it. Default `hidden`. */
  readonly label?: 'hidden' | 'visible' | 'none' | undefined
  /** Our own link is down: the status is the last one known. `seconds`: since when. */
  readonly stale?: boolean | { readonly seconds: number } | undefined
  /** The person at this page: `invisible` is explained instead of named. */
  readonly self?: boolean | undefined
  /** How many tabs and devices; told from two on. */
  readonly sessions?: number | undefined
  /** Draws the eye three times; only `online` does. Default false. */
  readonly pulse?: boolean | undefined
  /** Which corner of `children` it sits on. Default `bottom-end`. */
  readonly anchor?: IndicatorAnchor | undefined
  /** What it is a badge of. */
  readonly children?: ReactNode
  /** What `defineStatuses` made, for statuses of the app. Default: the built-in ones. */
  readonly statuses?: StatusRegistry | undefined
  /** Words of the interface. Default: English; where a provider is around, its own. */
  readonly strings?: Strings | undefined
}

export type PresenceIndicatorViewProps = WithPart<ComponentPropsWithoutRef<'span'>, PresenceIndicatorState, OwnProps>

/** px. `sm` is the stylesheet's own, so that an app may set `--rc-status-size` from outside. */
const SIZES = { xs: 8, md: 12, lg: 16 } as const

/** Props in, shape out; knows no client. */
export const PresenceIndicatorView: Part<PresenceIndicatorViewProps, HTMLSpanElement> = forwardRef<
  HTMLSpanElement,
  PresenceIndicatorViewProps
>(function PresenceIndicatorView(props, ref) {
  const { status, size = 'sm', label = 'hidden', stale = false, self = false, sessions, pulse, ...most } = props
  const { anchor = 'bottom-end', children, statuses, strings = en, ...given } = most
  const look = describeStatus(status, { statuses, strings })
  const id = status ?? 'unknown'
  const name = nameOf(look.label, { stale, strings, isHidden: self && id === 'invisible' })
  const state = { status: id, shape: look.shape, tone: look.tone, isStale: stale !== false, isSelf: self }
  const isBadge = children !== undefined
  const indicator = (
    <PartRoot
      tag="span"
      name="rc-presence-indicator"
      state={state}
      attributes={{
        status: id,
        shape: look.shape,
        tone: look.tone,
        stale: state.isStale,
        size,
        self,
        invisible: id === 'invisible',
        sessions,
        pulse: pulse === true && id === 'online',
        anchor: isBadge ? anchor : undefined,
      }}
      own={{
        ...naming(label, name),
        title: sessions !== undefined && sessions > 1 ? strings.sessions(sessions) : undefined,
        style: size === 'sm' ? undefined : { '--rc-status-size': `${typeof size === 'number' ? size : SIZES[size]}px` },
      }}
      given={given}
      ref={ref}
    >
      <StatusGlyph shape={look.shape} />
      {label === 'visible' && <span data-slot="label">{name}</span>}
    </PartRoot>
  )
  if (!isBadge) return indicator
  return (
    <span className="rc-badged" data-slot="badged">
      {children}
      {indicator}
    </span>
  )
})

function naming(label: 'hidden' | 'visible' | 'none', name: string): Readonly<Record<string, unknown>> {
  if (label === 'hidden') return { role: 'img', 'aria-label': name }
  return label === 'none' ? { 'aria-hidden': true } : {}
}

function nameOf(
  label: string,
  {
    stale,
    strings,
    isHidden,
  }: { readonly stale: boolean | { readonly seconds: number }; readonly strings: Strings; readonly isHidden: boolean },
): string {
  const plain = isHidden ? strings.invisibleToOthers : label
  if (stale === false) return plain
  return strings.stale({ label: plain, seconds: stale === true ? undefined : stale.seconds })
}
