import { Profiler, type ReactElement, type ReactNode, useRef } from 'react'

/** How often React rendered what stands here; the number is written past React, so that telling it is not counted. */
export function RenderCount({ children }: { readonly children: ReactNode }): ReactElement {
  const output = useRef<HTMLOutputElement>(null)
  const count = useRef(0)
  const note = (): void => {
    count.current += 1
    if (output.current !== null) output.current.textContent = `Rendered ${count.current}×`
  }
  return (
    <div className="column">
      <Profiler id="hook" onRender={note}>
        {children}
      </Profiler>
      <output ref={output} className="caption" />
    </div>
  )
}
