/** Pointers of many over the server itself, in this process, on one virtual clock. */
import { channel, createPresenceClient, type PointerPosition } from '@rollcall/core'
import { createTestClock, createTestEnvironment, createTestRandom } from '@rollcall/core/testing'
import { createLocalServer } from '@rollcall/server/local'
import { act, fireEvent, render, screen } from '@testing-library/react'
import { type ReactElement, type ReactNode, useEffect, useState } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { LiveCursors, PresenceProvider, PresenceRoom, type RegisteredClient, useCursors } from '../../index.ts'
import { createRenderCounts } from '../../testing/index.ts'

/** How often the layout was asked. */
let layoutReads = 0
const endings: (() => void)[] = []
beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'offsetWidth', 'get').mockReturnValue(1_000)
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(500)
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(() => {
    layoutReads += 1
    return new DOMRect(0, 0, 1_000, 500)
  })
})
afterEach(() => {
  vi.restoreAllMocks()
  for (const end of endings.splice(0)) end()
})

function createWorld() {
  const clock = createTestClock()
  const server = createLocalServer({ clock, random: createTestRandom(99) })
  let seed = 0
  const join = (id: string): RegisteredClient => {
    seed += 1
    const client = createPresenceClient({
      transport: channel({ open: server.open }),
      user: { id, info: { name: id } },
      environment: createTestEnvironment({ clock, random: createTestRandom(seed) }),
    })
    endings.push(() => client.dispose())
    return client
  }
  endings.push(() => server.dispose())
  return { clock, join, settle: (ms = 0): Promise<void> => act(() => clock.advanceAsync(ms)) }
}

const inRoom = (client: RegisteredClient, children: ReactNode): ReactElement => (
  <PresenceProvider client={client} locale="en" timeZone="UTC">
    <PresenceRoom id="room">{children}</PresenceRoom>
  </PresenceProvider>
)

/** What must not be done: here to show that the counter counts, and that this traffic would have been seen. */
function ThroughState(): ReactElement {
  const { subscribe } = useCursors()
  const [newest, setNewest] = useState<PointerPosition | null>(null)
  useEffect(() => subscribe(({ position }) => setNewest(position)), [subscribe])
  return <output>{newest?.join()}</output>
}

test('50 pointers at 60 movements a second for two seconds: no render, and every pointer on its way (issue 5)', async () => {
  const { join, settle } = createWorld()
  const renders = createRenderCounts()
  render(
    inRoom(
      join('viewer'),
      <>
        <renders.Probe id="cursors">
          <LiveCursors data-testid="area" />
        </renders.Probe>
        <renders.Probe id="through state">
          <ThroughState />
        </renders.Probe>
      </>,
    ),
  )
  const pointers = Array.from({ length: 50 }, (_, index) =>
    join(`user-${index}`).room('room', { subscribe: false }).moves(),
  )
  await settle(1_000)
  const cursors = [...screen.getByTestId('area').querySelectorAll<HTMLElement>('.rc-cursor')]
  expect(cursors).toHaveLength(50)
  expect(cursors.filter((cursor) => 'shown' in cursor.dataset)).toEqual([])

  renders.reset()
  layoutReads = 0
  const seen = cursors.map(() => new Set<string>())
  for (let step = 1; step <= 120; step += 1) {
    for (const [index, { move }] of pointers.entries()) move([step / 120, (index + 1) / 100])
    await settle(1_000 / 60)
    for (const [index, { style }] of cursors.entries()) seen[index]?.add(style.transform)
  }
  await settle(200)

  expect(renders.of('cursors')).toBe(0)
  // Nothing was resized or scrolled: the area is measured for the first picture, not for 6,000 drawings.
  expect(layoutReads).toBeLessThanOrEqual(1)
  expect(renders.of('through state')).toBeGreaterThan(30)
  // Each was drawn in places between those that were sent, and ended where its own pointer did.
  expect(Math.min(...seen.map(({ size }) => size))).toBeGreaterThan(100)
  const ends = cursors.map(({ style }) => style.transform)
  expect(ends.sort()).toEqual(pointers.map((_, index) => `translate(1000px, ${(index + 1) * 5}px)`).sort())
})

test('more than fit render when the choice changes, not when they move', async () => {
  const { join, settle } = createWorld()
  const renders = createRenderCounts()
  const ui = (
    <renders.Probe id="cursors">
      <LiveCursors data-testid="area" max={10} />
    </renders.Probe>
  )
  render(inRoom(join('viewer'), ui))
  const pointers = Array.from({ length: 30 }, (_, index) =>
    join(`user-${index}`).room('room', { subscribe: false }).moves(),
  )
  await settle(1_000)
  const moveAll = async (step: number): Promise<void> => {
    for (const [index, { move }] of pointers.entries()) move([0.5 + index / 100 + step / 10_000, 0.5])
    await settle(1_000 / 60)
  }
  for (let step = 0; step < 60; step += 1) await moveAll(step)
  renders.reset()
  for (let step = 60; step < 120; step += 1) await moveAll(step)
  expect(renders.of('cursors')).toBe(0)
  expect(screen.getByTestId('area').querySelectorAll('.rc-cursor[data-shown]')).toHaveLength(10)
})

test('mine reaches the others, and is taken back by another area and by unmounting', async () => {
  const { join, settle } = createWorld()
  const bo = join('bo').room('room')
  const heard: string[] = []
  for (const area of ['a', 'b'])
    bo.moves(area).subscribe(({ position }) => heard.push(`${area} ${JSON.stringify(position)}`))
  const ada = join('ada')
  const page = render(inRoom(ada, <LiveCursors data-testid="area" area="a" />))
  await settle(1_000)
  fireEvent.pointerMove(screen.getByTestId('area'), { clientX: 500, clientY: 125, pointerType: 'mouse' })
  await settle(100)
  expect(heard).toEqual(['a [0.5,0.25]'])
  page.rerender(inRoom(ada, <LiveCursors data-testid="area" area="b" />))
  await settle(100)
  expect(heard.slice(1)).toEqual(['a null'])
  fireEvent.pointerMove(screen.getByTestId('area'), { clientX: 250, clientY: 125, pointerType: 'mouse' })
  await settle(100)
  page.rerender(inRoom(ada, <p>nothing</p>))
  await settle(100)
  expect(heard.slice(2)).toEqual(['b [0.25,0.25]', 'b null'])
})
