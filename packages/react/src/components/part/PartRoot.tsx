import { clsx } from 'clsx'
import {
  cloneElement,
  createElement,
  type CSSProperties,
  type ForwardedRef,
  forwardRef,
  type ReactElement,
  type ReactNode,
} from 'react'
import { checkRender } from '../../hooks/checkRender.ts'
import type { PartProps, RootProps } from './partProps.ts'
import { type AttributeValue, stateAttributes } from './stateAttributes.ts'

interface PartRootProps<S> {
  /** Root element where `render` names no other. */
  readonly tag: string
  /** Our class; the user's come after it. */
  readonly name: `rc-${string}`
  /** What `className`, `style` and `render` may look at. */
  readonly state: S
  /** The same as `data-*` attributes. */
  readonly attributes: Readonly<Record<string, AttributeValue>>
  /** Our own props: the user's win over them. */
  readonly own?: RootProps
  /** The user's props, those of `PartProps` among them. */
  readonly given: PartProps<S> & RootProps
  readonly children?: ReactNode
}

function Root<S>(
  { tag, name, state, attributes, own = {}, given, children }: PartRootProps<S>,
  ref: ForwardedRef<unknown>,
): ReactElement {
  const { className, style, render, ...rest } = given
  const props = {
    'data-slot': name.slice('rc-'.length),
    ...stateAttributes(attributes),
    children,
    ...own,
    ...rest,
    ...joinHandlers(own, rest),
    className: clsx(name, typeof className === 'function' ? className(state) : className),
    style: joinStyles(own['style'], typeof style === 'function' ? style(state) : style),
    ref,
  }
  if (render === undefined) return createElement(tag, props)
  if (typeof render === 'function') return render(props, state)
  checkRender(render)
  const { className: theirClass, style: theirStyle, ...theirs } = render.props
  return cloneElement(render, {
    ...props,
    ...theirs,
    ...joinHandlers(props, theirs),
    className: clsx(props.className, typeof theirClass === 'string' && theirClass),
    style: joinStyles(props.style, theirStyle),
  })
}

type Handler = (...args: readonly unknown[]) => void

/** Where both sides listen, the user's comes first, and ours as well unless theirs prevented it. */
function joinHandlers(ours: RootProps, theirs: RootProps): RootProps {
  const joined: Record<string, Handler> = {}
  for (const [name, own] of Object.entries(ours)) {
    const given = theirs[name]
    if (!/^on[A-Z]/.test(name) || typeof own !== 'function' || typeof given !== 'function') continue
    joined[name] = (event) => {
      given(event)
      const wasPrevented = typeof event === 'object' && event !== null && 'defaultPrevented' in event
      if (!wasPrevented || event.defaultPrevented !== true) own(event)
    }
  }
  return joined
}

/** No object at all where there is nothing to say: React then writes no attribute. */
function joinStyles(...styles: readonly unknown[]): CSSProperties | undefined {
  const joined: CSSProperties = Object.assign({}, ...styles)
  return Object.keys(joined).length === 0 ? undefined : joined
}

/** The root of a component: our props below the user's, classes and styles joined, the ref passed on, nothing swallowed. */
// `forwardRef` forgets type parameters; this gives them back.
export const PartRoot = forwardRef(Root) as <S, E extends Element>(
  props: PartRootProps<S> & { readonly ref: ForwardedRef<E> },
) => ReactElement
