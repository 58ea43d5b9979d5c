import { Profiler, type ReactElement, type ReactNode, useEffect, useRef } from 'react'

/** How often React rendered what stands here; the number is written past React, so that telling it is not counted. */
export function RenderCount({ children }: { readonly children: ReactNode }): ReactElement {
  const output = useRef<HTMLOutputElement>(null)
  const count = useRef(0)
  const tell = (): void => {
    if (output.current !== null) output.current.textContent = `Rendered ${count.current}×`
  }
  const note = (): void => {
    count.current += 1
    tell()
  }
  // The first time is noted before the place to tell it stands.
  useEffect(tell)
  return (
    <div className="column">
      <Profiler id="hook" onRender={note}>
        {children}
      </Profiler>
      <output ref={output} className="caption" />
    </div>
  )
}
