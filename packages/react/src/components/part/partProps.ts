/** What every component takes besides its own props: looks that may depend on its state, and another root element. */
import type { CSSProperties, ForwardRefExoticComponent, ReactElement, RefAttributes } from 'react'

/** What a part hands to the element that stands in for its root. */
export type RootProps = Readonly<Record<string, unknown>>

export interface PartProps<S> {
  /** Beside our own class; a function is told the state. */
  readonly className?: string | ((state: S) => string | undefined) | undefined
  /** On the root, over our own; a function is told the state. */
  readonly style?: CSSProperties | ((state: S) => CSSProperties | undefined) | undefined
  /** Another root: an element that gets our props merged under its own, or a function that spreads them itself. */
  readonly render?: ReactElement<Record<string, unknown>> | ((props: RootProps, state: S) => ReactElement) | undefined
}

/** The native props `N` of the root, with those of ours in place of their namesakes. */
export type WithPart<N, S, Own> = Omit<N, keyof PartProps<S> | keyof Own> & PartProps<S> & Own

/** A component that passes its ref on, on React 18 and 19 alike. */
export type Part<Props, E extends Element> = ForwardRefExoticComponent<Props & RefAttributes<E>>
