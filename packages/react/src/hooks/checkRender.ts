import type { ReactElement } from 'react'
import { isDevelopment } from '../context/isDevelopment.ts'
import { warnOnce } from '../context/warnOnce.ts'

/** Components by what is written of them: several of the same text were made one after the other. */
const written = new Map<string, WeakSet<object>>()
const makings = new Map<string, number>()
/** A few of the same text may be a coincidence, or a development server that loads a file again. */
const FEW = 4

/**
 * In development: warns of a component that is made anew at each render and given as `render`. React takes it for
 * another one each time, so that what stands in it loses its state, its focus and its place in the document.
 */
export function checkRender({ type }: ReactElement): void {
  if (typeof type !== 'function' || !isDevelopment()) return
  const text = type.toString()
  const known = written.get(text) ?? new WeakSet()
  written.set(text, known)
  if (known.has(type)) return
  known.add(type)
  const makes = (makings.get(text) ?? 0) + 1
  makings.set(text, makes)
  if (makes <= FEW) return
  warnOnce(
    written,
    text,
    `the component <${type.name}> given as render is made anew at each render and loses its state each time; ` +
      'define it outside of the component that renders it, or give a function (props, state) => element',
  )
}
