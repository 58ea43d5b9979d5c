import type { PointerPosition } from '@rollcall/core'
import { act, fireEvent, screen } from '@testing-library/react'
import { StrictMode } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { LiveCursors, type LiveCursorsProps, LiveCursorsView, useCursorVisibility } from '../../index.ts'
import { type PresenceRender, renderWithPresence, type RenderWithPresenceOptions } from '../../testing/index.ts'

const WIDTH = 800
const HEIGHT = 400

/** jsdom lays nothing out: the window and the layer get a size of their own, and stand at the upper left. */
beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'offsetWidth', 'get').mockReturnValue(WIDTH)
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(HEIGHT)
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, WIDTH, HEIGHT))
})
afterEach(() => {
  vi.restoreAllMocks()
  localStorage.clear()
})

const area = (): HTMLElement => screen.getByTestId('area')
const cursors = (): HTMLElement[] => [...area().querySelectorAll<HTMLElement>('.rc-cursor')]
const shown = (): HTMLElement[] => cursors().filter((cursor) => 'shown' in cursor.dataset)
const labels = (): (string | null)[] => cursors().map(({ textContent }) => textContent)

/** A page with Bo in the room, unless somebody else is. */
function open(props: LiveCursorsProps = {}, options: RenderWithPresenceOptions = {}): Promise<PresenceRender> {
  return renderWithPresence(<LiveCursors data-testid="area" {...props} />, { members: ['bo'], ...options })
}

/** Mine, at a point of the area. */
async function point({ room }: PresenceRender, x: number, y: number, pointerType = 'mouse'): Promise<void> {
  fireEvent.pointerMove(area(), { clientX: x, clientY: y, pointerType, isPrimary: true })
  await room.advance(100)
}

/** What is told of mine, as a list and as the prop that fills it. */
function listen(): {
  readonly heard: (PointerPosition | null)[]
  readonly onPoint: (at: PointerPosition | null) => void
} {
  const heard: (PointerPosition | null)[] = []
  return { heard, onPoint: (at) => heard.push(at) }
}

describe('the pointers of others', () => {
  test('show where they are, with a name, from the first position on', async () => {
    const { room } = await open()
    expect(shown()).toEqual([])
    await room.move('bo', [0.5, 0.25])
    await room.advance(200)
    expect(shown().map(({ style }) => style.transform)).toEqual(['translate(400px, 100px)'])
    expect(labels()).toEqual(['bo'])
    await room.move('bo', null)
    await room.advance(100)
    expect(shown()).toEqual([])
  })

  test('are decoration: hidden from assistive technology, out of reach of keys and pointers', async () => {
    await open()
    const layer = area().querySelector('[data-slot="layer"]')
    expect(layer).toHaveAttribute('aria-hidden', 'true')
    expect(layer).toHaveAttribute('inert')
  })

  test('glide from position to position, and then no picture is asked for', async () => {
    const { room, clock } = await open({ hideAfter: 1e9, idleAfter: 1e9 })
    await room.move('bo', [0, 0])
    await room.advance(1_000)
    const resting = clock.pending()
    await room.move('bo', [1, 0])
    const seen = new Set<string>()
    for (let picture = 0; picture < 12; picture += 1) {
      await room.advance(1_000 / 60)
      for (const { style } of shown()) seen.add(style.transform)
    }
    expect(seen.size).toBeGreaterThanOrEqual(4)
    expect([...seen].at(-1)).toBe('translate(800px)')
    await room.advance(1_000)
    expect(clock.pending()).toBe(resting)
  })

  test('of another area are not heard of', async () => {
    const { room } = await open({ area: 'canvas' })
    await room.move('bo', [0.5, 0.5])
    await room.advance(100)
    expect(shown()).toEqual([])
    await room.move('bo', [0.5, 0.5], 'canvas')
    await room.advance(100)
    expect(shown()).toHaveLength(1)
  })

  test('rest: idle after three seconds, gone after thirty, back with the next move', async () => {
    const { room } = await open()
    await room.move('bo', [0.5, 0.5])
    await room.advance(2_900)
    expect(shown()[0]).not.toHaveAttribute('data-idle')
    await room.advance(300)
    expect(shown()[0]).toHaveAttribute('data-idle')
    await room.advance(27_000)
    expect(shown()).toEqual([])
    await room.move('bo', [0.6, 0.5])
    await room.advance(100)
    expect(shown()[0]).not.toHaveAttribute('data-idle')
  })

  test('are one a tab, and gone with it', async () => {
    const { room } = await open()
    await room.join('bo')
    expect(cursors()).toHaveLength(2)
    await room.move('bo', [0.5, 0.5])
    await room.advance(100)
    expect(shown()).toHaveLength(1)
    await room.leave('bo')
    expect(cursors()).toEqual([])
  })

  test('of my own other tabs show only when asked for, and say so', async () => {
    const own = { members: [], self: 'ada' } as const
    const { room, unmount } = await open({}, own)
    await room.join('ada')
    expect(cursors()).toEqual([])
    unmount()
    const again = await open({ showOwnSessions: true }, own)
    await again.room.join('ada')
    await again.room.move('ada', [0.5, 0.5])
    await again.room.advance(100)
    expect(shown()).toHaveLength(1)
    expect(shown()[0]).toHaveAttribute('data-self')
  })

  test('are at most so many, the nearest to mine', async () => {
    const page = await open({ max: 2 }, { members: ['bo', 'cy', 'di'] })
    expect(cursors()).toEqual([])
    await page.room.move('bo', [0, 0])
    await page.room.move('cy', [0.5, 0.5])
    await page.room.move('di', [1, 1])
    await point(page, 10, 10)
    await page.room.advance(500)
    expect(labels()).toEqual(['bo', 'cy'])
    await point(page, 790, 390)
    await page.room.advance(500)
    expect(labels()).toEqual(['cy', 'di'])
    expect(shown()).toHaveLength(2)
  })

  test('may be drawn by the app, and labels left out', async () => {
    const { rerender } = await open({ labels: 'never' })
    expect(labels()).toEqual([''])
    const renderCursor: LiveCursorsProps['renderCursor'] = ({ name, userId }) => <i>{`${name} (${userId})`}</i>
    rerender(<LiveCursors data-testid="area" renderCursor={renderCursor} />)
    expect(labels()).toEqual(['bo (bo)'])
  })
})

describe('whether they show', () => {
  const Switch = () => {
    const [isVisible, setVisible] = useCursorVisibility()
    return (
      <button type="button" onClick={() => setVisible(!isVisible)}>
        {isVisible ? 'Hide' : 'Show'}
      </button>
    )
  }

  test('is the choice of who looks, kept for the next time; mine is told all the same', async () => {
    const { heard, onPoint } = listen()
    const ui = (
      <>
        <Switch />
        <LiveCursors data-testid="area" onPoint={onPoint} />
      </>
    )
    const page = await renderWithPresence(ui, { members: ['bo'] })
    fireEvent.click(screen.getByText('Hide'))
    expect(cursors()).toEqual([])
    expect(area()).toHaveAttribute('data-hidden')
    await point(page, 400, 100)
    expect(heard).toEqual([[0.5, 0.25]])
    page.unmount()
    await renderWithPresence(ui, { members: ['bo'] })
    expect(screen.getByText('Show')).toBeInTheDocument()
    expect(cursors()).toEqual([])
    fireEvent.click(screen.getByText('Show'))
    expect(cursors()).toHaveLength(1)
  })

  test('shown again, they stand where they are now', async () => {
    const { room, rerender } = await open({ visible: false })
    await room.move('bo', [0.5, 0.5])
    rerender(<LiveCursors data-testid="area" visible />)
    await room.advance(20)
    expect(shown()[0]?.style.transform).toBe('translate(400px, 200px)')
  })

  test.each(['calm', 'off'] as const)('with %s motion they do not', async (motion) => {
    await open({}, { motion })
    expect(cursors()).toEqual([])
  })

  test('with reduced motion they do, without easing and at most four times a second', async () => {
    vi.stubGlobal('matchMedia', () => ({ matches: true, addEventListener: () => {}, removeEventListener: () => {} }))
    const { room } = await open()
    const seen: string[] = []
    for (let step = 0; step <= 100; step += 1) {
      await room.move('bo', [step / 100, 0])
      await room.advance(20)
      const transform = shown()[0]?.style.transform
      if (transform !== undefined && transform !== seen.at(-1)) seen.push(transform)
    }
    vi.unstubAllGlobals()
    expect(seen.length).toBeGreaterThanOrEqual(6)
    expect(seen.length).toBeLessThanOrEqual(10)
  })
})

describe('when my own link is down', () => {
  test('after two seconds they are stale, after ten gone, and not back before they move', async () => {
    const { room } = await open()
    await room.move('bo', [0.5, 0.5])
    await room.advance(100)
    await room.drop()
    await room.advance(1_000)
    expect(area()).not.toHaveAttribute('data-stale')
    await room.advance(2_000)
    expect(area()).toHaveAttribute('data-stale')
    expect(shown()).toHaveLength(1)
    await room.advance(8_500)
    expect(cursors()).toEqual([])
    await room.resume()
    await room.advance(1_000)
    expect(shown()).toEqual([])
    await room.move('bo', [0.6, 0.5])
    await room.advance(100)
    expect(shown()).toHaveLength(1)
  })
})

describe('my pointer', () => {
  test('is told as fractions of the area, at 20 positions a second', async () => {
    const { heard, onPoint } = listen()
    const page = await open({ onPoint })
    for (let step = 0; step < 60; step += 1) {
      fireEvent.pointerMove(area(), { clientX: step * 10, clientY: 200, pointerType: 'mouse' })
      await page.room.advance(1_000 / 60)
    }
    await page.room.advance(200)
    expect(heard.length).toBeGreaterThanOrEqual(15)
    expect(heard.length).toBeLessThanOrEqual(21)
    expect(heard.at(-1)).toEqual([0.7375, 0.5])
  })

  test('is told less often when asked to, and not at all at a rate of none', async () => {
    const { heard, onPoint } = listen()
    const page = await open({ onPoint, rate: 5 })
    for (let step = 0; step < 50; step += 1) await point(page, step, step)
    expect(heard.length).toBeGreaterThanOrEqual(24)
    expect(heard.length).toBeLessThanOrEqual(26)
    page.rerender(<LiveCursors data-testid="area" onPoint={onPoint} rate={0} />)
    await page.room.advance(100)
    expect(heard.at(-1)).toBeNull()
    const { length } = heard
    for (let step = 0; step < 5; step += 1) await point(page, step, step)
    expect(heard).toHaveLength(length)
  })

  test('is told to nobody while nobody is there, and to the first who comes', async () => {
    const { heard, onPoint } = listen()
    const page = await open({ onPoint }, { members: [] })
    // Until the room is known somebody may be there.
    await page.room.advance(10_000)
    for (let step = 0; step < 5; step += 1) await point(page, step * 10, 100)
    expect(heard).toEqual([])
    expect(page.room.countFrames().byType.has('move')).toBe(false)
    await page.room.join('bo')
    await page.room.advance(500)
    expect(heard).toEqual([[0.05, 0.25]])
  })

  test.each([
    ['leaving the area', () => fireEvent.pointerLeave(area(), { pointerType: 'mouse' })],
    ['a cancelled pointer', () => fireEvent.pointerCancel(area(), { pointerType: 'mouse' })],
    ['a window that loses the focus', () => fireEvent.blur(window)],
    ['a hidden page', () => hidePage()],
  ])('is taken back by %s', async (_, happen) => {
    const { heard, onPoint } = listen()
    const page = await open({ onPoint })
    await point(page, 400, 100)
    happen()
    await page.room.advance(100)
    expect(heard).toEqual([[0.5, 0.25], null])
  })

  test('a finger counts where asked for, while it presses', async () => {
    const { heard, onPoint } = listen()
    const page = await open({ onPoint })
    await point(page, 400, 100, 'touch')
    expect(heard).toEqual([])
    page.rerender(<LiveCursors data-testid="area" onPoint={onPoint} pointerTypes={['touch']} />)
    fireEvent.pointerDown(area(), { clientX: 80, clientY: 40, pointerType: 'touch', isPrimary: true })
    await page.room.advance(100)
    await point(page, 400, 100, 'touch')
    fireEvent.pointerUp(area(), { pointerType: 'touch', isPrimary: true })
    await page.room.advance(100)
    expect(heard).toEqual([[0.1, 0.1], [0.5, 0.25], null])
  })

  test('outside of the area, as a captured one may be, is held at its edge', async () => {
    const { heard, onPoint } = listen()
    const page = await open({ onPoint, space: 'pixels' })
    await point(page, 5_000, -30)
    expect(heard).toEqual([[800, 0]])
  })

  test('is told in the words of the app', async () => {
    const { heard, onPoint } = listen()
    const page = await open({
      onPoint,
      space: { encode: ({ x, y }) => [x + 1_000, y + 1_000], decode: ([x, y]) => ({ x: x - 1_000, y: y - 1_000 }) },
    })
    await point(page, 5, 6)
    expect(heard).toEqual([[1_005, 1_006]])
    await page.room.move('bo', [1_010, 1_020])
    await page.room.advance(200)
    expect(shown()[0]?.style.transform).toBe('translate(10px, 20px)')
  })

  test('leaves the handlers of the app alone, also those that prevent', async () => {
    const onPointerMove = vi.fn<(event: { preventDefault(): void }) => void>((event) => event.preventDefault())
    const { heard, onPoint } = listen()
    const page = await open({ onPointerMove, onPoint })
    await point(page, 400, 100)
    expect(onPointerMove).toHaveBeenCalledTimes(1)
    expect(heard).toEqual([[0.5, 0.25]])
  })
})

test('looks may depend on the state', async () => {
  await open({ className: ({ count }) => `with-${count}`, render: <section aria-label="Canvas" /> })
  expect(area().tagName).toBe('SECTION')
  expect(area()).toHaveClass('rc-live-cursors', 'with-1')
})

test('under StrictMode all is as it was, and nothing is left behind', async () => {
  const { heard, onPoint } = listen()
  const page = await open({ onPoint }, { strict: true })
  await page.room.move('bo', [0.5, 0.5])
  await point(page, 400, 100)
  expect(shown()).toHaveLength(1)
  expect(heard).toEqual([[0.5, 0.25]])
  page.unmount()
  expect(page.clock.pending()).toBe(0)
})

test('two areas of one room do not hear each other', async () => {
  const page = await renderWithPresence(
    <>
      <LiveCursors data-testid="area" area="left" />
      <LiveCursors data-testid="other" area="right" />
    </>,
    { members: ['bo'] },
  )
  await page.room.move('bo', [0.5, 0.5], 'right')
  await page.room.advance(100)
  expect(shown()).toEqual([])
  expect(screen.getByTestId('other').querySelectorAll('[data-shown]')).toHaveLength(1)
})

test('a server renders the area and what is in it, and it hydrates without a word', async () => {
  const complaints = vi.spyOn(console, 'error')
  const view = (
    <LiveCursorsView
      people={[{ sessionId: 's', userId: 'bo', name: 'Bo' }]}
      subscribe={() => () => {}}
      className="mine"
    >
      <p>Content</p>
    </LiveCursorsView>
  )
  const page = document.createElement('div')
  page.innerHTML = renderToString(<StrictMode>{view}</StrictMode>)
  expect(page.textContent).toBe('ContentBo')
  const root = await act(async () => hydrateRoot(page, <StrictMode>{view}</StrictMode>))
  expect(complaints).not.toHaveBeenCalled()
  expect(page.querySelector('[data-slot="layer"]')).toHaveAttribute('inert')
  act(() => root.unmount())
})

function hidePage(): void {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
  fireEvent(document, new Event('visibilitychange'))
}
