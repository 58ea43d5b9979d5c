import { act, render, screen } from '@testing-library/react'
import { memo, StrictMode } from 'react'
import { renderToString } from 'react-dom/server'
import { BehaviorSubject, skip } from 'rxjs'
import { expect, test } from 'vitest'
import { createRenderCounts } from '../testing/renderCounts.ts'
import { type Readable, useStateSource } from './useStateSource.ts'

interface Cell<T> extends Readable<T> {
  set(value: T): void
  isHeard(): boolean
}

function cell<T>(first: T): Cell<T> {
  const values = new BehaviorSubject(first)
  return {
    getCurrent: () => values.value,
    subscribe: (listener) => {
      const subscription = values.pipe(skip(1)).subscribe(listener)
      return () => subscription.unsubscribe()
    },
    set: (value) => values.next(value),
    isHeard: () => values.observed,
  }
}

interface Weather {
  readonly rain: number
  readonly wind: number
}
const FAIR: Weather = { rain: 0, wind: 0 }
const sameRain = (a: Pick<Weather, 'rain'>, b: Pick<Weather, 'rain'>): boolean => a.rain === b.rain
const rainOf = ({ rain }: Weather): number => rain

test('shows the present value, then each new one', () => {
  const source = cell('one')
  const Show = () => <p>{useStateSource(source, { initial: 'none' })}</p>
  render(<Show />)
  expect(screen.getByText('one')).toBeInTheDocument()
  act(() => source.set('two'))
  expect(screen.getByText('two')).toBeInTheDocument()
})

test('does not render for a change outside of what it selects (B1)', () => {
  const source = cell<Weather>(FAIR)
  const renders = createRenderCounts()
  const Rain = () => <p>{useStateSource(source, { initial: FAIR, select: rainOf })}</p>
  render(
    <renders.Probe id="rain">
      <Rain />
    </renders.Probe>,
  )
  act(() => source.set({ rain: 0, wind: 9 }))
  expect(renders.of('rain')).toBe(1)
  act(() => source.set({ rain: 1, wind: 9 }))
  expect(renders.of('rain')).toBe(2)
})

test('keeps the selection that counts as the same, though the selector is written inline (INV-49)', () => {
  const source = cell<Weather>(FAIR)
  const seen = new Set<object>()
  const Rain = ({ step }: { readonly step: number }) => {
    const selected = useStateSource(source, {
      initial: FAIR,
      select: ({ rain }: Weather) => ({ rain }),
      isEqual: sameRain,
    })
    seen.add(selected)
    return <p>{step}</p>
  }
  const { rerender } = render(<Rain step={1} />)
  rerender(<Rain step={2} />)
  act(() => source.set({ rain: 0, wind: 3 }))
  expect(seen.size).toBe(1)
})

test('500 changes in one tick are one commit (B3)', () => {
  const source = cell(0)
  const renders = createRenderCounts()
  const Count = () => <p>{useStateSource(source, { initial: 0 })}</p>
  render(
    <renders.Probe id="count">
      <Count />
    </renders.Probe>,
  )
  act(() => {
    for (let value = 1; value <= 500; value += 1) source.set(value)
  })
  expect(screen.getByText('500')).toBeInTheDocument()
  expect(renders.of('count')).toBe(2)
})

test('lets go of the old source when it is given another, and of all when it unmounts', () => {
  const first = cell('first')
  const second = cell('second')
  const Show = memo(({ source }: { readonly source: Cell<string> }) => (
    <p>{useStateSource(source, { initial: 'none' })}</p>
  ))
  const { rerender, unmount } = render(
    <StrictMode>
      <Show source={first} />
    </StrictMode>,
  )
  rerender(
    <StrictMode>
      <Show source={second} />
    </StrictMode>,
  )
  expect(screen.getByText('second')).toBeInTheDocument()
  expect([first.isHeard(), second.isHeard()]).toEqual([false, true])
  unmount()
  expect([first.isHeard(), second.isHeard()]).toEqual([false, false])
})

test('a server renders the initial value, and subscribes to nothing', () => {
  const source = cell('live')
  const Show = () => <p>{useStateSource(source, { initial: 'none' })}</p>
  expect(renderToString(<Show />)).toBe('<p>none</p>')
  expect(source.isHeard()).toBe(false)
})
