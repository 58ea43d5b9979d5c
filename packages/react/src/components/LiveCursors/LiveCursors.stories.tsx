import {
  type CursorMove,
  type CursorPerson,
  type CursorPosition,
  LiveCursorsView,
  type LiveCursorsViewProps,
} from '@rollcall/react'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { type ReactElement, type ReactNode, useCallback, useState } from 'react'
import { expect, fireEvent, fn, waitFor } from 'storybook/test'

const NAMES = ['Ann Lee', 'Bo Nyström', 'Chidi Abara', 'Dina Berg', 'Emre Costa', 'Fatima Eze', 'Goran Ito']

const people = (count: number): readonly CursorPerson[] =>
  Array.from({ length: count }, (_, index) => {
    const name = NAMES[index % NAMES.length] ?? ''
    return { sessionId: `s${index}`, userId: `user-${index}`, name: index < NAMES.length ? name : `${name} ${index}` }
  })

type Subscribe = (listener: (move: CursorMove) => void) => () => void

/** Everybody points somewhere, and stays there. */
const at =
  (...positions: readonly (CursorPosition | null)[]): Subscribe =>
  (listener) => {
    for (const [index, position] of positions.entries()) listener({ sessionId: `s${index}`, position })
    return () => {}
  }

const spread = (count: number): readonly CursorPosition[] =>
  Array.from({ length: count }, (_, index) => [((index * 61) % 97) / 100, ((index * 37) % 89) / 100])

const three = { people: people(3), subscribe: at([0.1, 0.2], [0.5, 0.6], [0.7, 0.1]) }

const meta = {
  title: 'Components/LiveCursors',
  component: LiveCursorsView,
  args: {
    people: people(1),
    subscribe: at([0.3, 0.4]),
    className: 'canvas',
    children: <p className="caption">Whatever the pointers are over</p>,
    hideAfter: Infinity,
    idleAfter: Infinity,
  },
  argTypes: { people: { control: false }, subscribe: { control: false }, children: { control: false } },
} satisfies Meta<typeof LiveCursorsView>

export default meta
type Story = StoryObj<typeof meta>

const shown = (canvasElement: HTMLElement): readonly HTMLElement[] => [
  ...canvasElement.querySelectorAll<HTMLElement>('.rc-cursor[data-shown]'),
]
/** Once they stand: how many, and the first of them. */
async function settled(canvasElement: HTMLElement, count: number): Promise<HTMLElement> {
  await waitFor(() => expect(shown(canvasElement)).toHaveLength(count))
  return shown(canvasElement)[0] ?? canvasElement
}

export const Nobody: Story = { args: { people: [] } }
export const One: Story = {}
export const Three: Story = { args: three }

export const Fifty: Story = {
  args: { people: people(50), subscribe: at(...spread(50)) },
  play: async ({ canvasElement }) => void (await settled(canvasElement, 50)),
}

/** Of sixty the fifty nearest to one’s own pointer; without one, to the middle. */
export const TooMany: Story = {
  args: { people: people(60), subscribe: at(...spread(60)) },
  play: async ({ canvasElement }) => void (await settled(canvasElement, 50)),
}

/** A pointer that rests keeps its arrow and loses its name. */
export const Idle: Story = {
  args: { idleAfter: 0 },
  play: async ({ canvasElement }) => {
    const cursor = await settled(canvasElement, 1)
    await waitFor(() => expect(cursor).toHaveAttribute('data-idle'))
  },
}
export const AlwaysNamed: Story = { args: { idleAfter: 0, labels: 'always' } }
export const NeverNamed: Story = { args: { labels: 'never', ...three } }

/** Gone from the area: it fades where it was. */
export const Leaving: Story = {
  args: {
    subscribe: (listener) => {
      listener({ sessionId: 's0', position: [0.3, 0.4] })
      const left = setTimeout(() => listener({ sessionId: 's0', position: null }), 300)
      return () => clearTimeout(left)
    },
  },
  play: async ({ canvasElement }) => {
    await settled(canvasElement, 1)
    await settled(canvasElement, 0)
  },
}

/** Our own link is down: who knows where they are by now. */
export const Stale: Story = { args: { stale: true, ...three } }

/** Beyond what can be seen, a pointer stands at the edge and turns to where it is; its name stands on the side with room. */
export const AtTheEdge: Story = {
  args: {
    people: people(5),
    space: 'pixels',
    subscribe: at([-90, 60], [9_000, 120], [300, -50], [500, 700], [9_000, 900]),
  },
  play: async ({ canvasElement }) => {
    await settled(canvasElement, 5)
    const edges = shown(canvasElement).map(({ dataset }) => dataset['edge'])
    await expect(edges).toEqual(['inline-start', 'inline-end', 'block-start', 'block-end', 'block-end inline-end'])
  },
}

export const NearTheEdge: Story = {
  args: { people: people(3), subscribe: at([0.97, 0.4], [0.4, 0.95], [0.98, 0.96]) },
  play: async ({ canvasElement }) => {
    await settled(canvasElement, 3)
    await expect(shown(canvasElement).map(({ dataset }) => dataset['flip'])).toEqual(['x', 'y', 'x y'])
  },
}

/** Half as large again: mine is told, and theirs are shown, at the same place of the content. */
export const Zoomed: Story = {
  args: { onPoint: fn() },
  decorators: [
    (Story) => <div style={{ transform: 'scale(1.5)', transformOrigin: '0 0', inlineSize: 400 }}>{Story()}</div>,
  ],
  play: async ({ canvasElement, args }) => {
    const cursor = await settled(canvasElement, 1)
    const { left, top } = cursor.getBoundingClientRect()
    await fireEvent.pointerMove(canvasElement.querySelector('.canvas') ?? canvasElement, {
      clientX: left,
      clientY: top,
    })
    await expect(args.onPoint).toHaveBeenLastCalledWith([expect.closeTo(0.3, 2), expect.closeTo(0.4, 2)])
  },
}

/** Within a box that scrolls, pointers go with the content; scrolled away, they stand at the edge. */
export const Scrolled: Story = {
  args: {
    people: people(2),
    subscribe: at([0.3, 0.1], [0.6, 0.7]),
    style: { blockSize: 900 },
    // A box that scrolls is reached by keys where something in it is.
    children: <button type="button">A button</button>,
  },
  decorators: [
    (Story) => (
      <div data-testid="scroller" style={{ blockSize: 260, overflow: 'auto' }}>
        {Story()}
      </div>
    ),
  ],
  play: async ({ canvas, canvasElement }) => {
    await settled(canvasElement, 2)
    const edges = (): readonly unknown[] => shown(canvasElement).map(({ dataset }) => dataset['edge'])
    await expect(edges()).toEqual([undefined, 'block-end'])
    canvas.getByTestId('scroller').scrollTo(0, 500)
    await waitFor(() => expect(edges()).toEqual(['block-start', undefined]))
  },
}

/** Who points into the first area shows in the second one. */
function Echo({ first, second, ...args }: LiveCursorsViewProps & Record<'first' | 'second', ReactNode>): ReactElement {
  const [listeners] = useState(() => new Set<(move: CursorMove) => void>())
  const tell = (position: CursorPosition | null): void => {
    for (const listener of listeners) listener({ sessionId: 's0', position })
  }
  const subscribe = useCallback<Subscribe>(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    [listeners],
  )
  return (
    <div style={{ display: 'grid', gridTemplateColumns: '1fr 220px', gap: 20, alignItems: 'start' }}>
      <LiveCursorsView {...args} data-testid="first" people={[]} onPoint={tell}>
        {first}
      </LiveCursorsView>
      <LiveCursorsView {...args} data-testid="second" people={people(1)} subscribe={subscribe}>
        {second}
      </LiveCursorsView>
    </div>
  )
}

const rows = [
  'Heading',
  'A paragraph that takes two lines in a narrow window and one in a wide one',
  'Table',
  'Footer',
].map((row) => (
  <p key={row} data-rollcall-anchor={row} style={{ margin: 16, padding: 8, background: 'var(--rc-surface)' }}>
    {row}
  </p>
))
const tableOf = (area: HTMLElement): DOMRect =>
  area.querySelector('[data-rollcall-anchor="Table"]')?.getBoundingClientRect() ?? new DOMRect()
/** A quarter along the table, in the middle of it. */
const inTable = (area: HTMLElement): { readonly clientX: number; readonly clientY: number } => {
  const { left, top, width, height } = tableOf(area)
  return { clientX: left + width / 4, clientY: top + height / 2 }
}

/** The same place of the text, though one column is narrow: positions are of the paragraph, not of the area. */
export const Anchored: Story = {
  args: { space: 'anchor', style: { blockSize: 'auto' } },
  render: (args) => <Echo {...args} first={rows} second={rows} />,
  play: async ({ canvas, canvasElement }) => {
    const [first, second] = [canvas.getByTestId('first'), canvas.getByTestId('second')]
    await fireEvent.pointerMove(first, inTable(first))
    const { left, top } = (await settled(canvasElement, 1)).getBoundingClientRect()
    const { clientX, clientY } = inTable(second)
    await expect(Math.hypot(left - clientX, top - clientY)).toBeLessThan(1.5)
    await expect(Math.abs(inTable(first).clientY - clientY)).toBeGreaterThan(10)
  },
}

/** One column scrolls within its area: the pointer goes with the row, and stops at the edge of what scrolls. */
export const ScrolledWithin: Story = {
  args: { space: 'anchor', style: { blockSize: 'auto', paddingBlock: 20 } },
  render: (args) => {
    const scroller = (
      <div data-testid="scroller" style={{ blockSize: 160, overflow: 'auto' }}>
        {rows}
        <button type="button">A button</button>
      </div>
    )
    return <Echo {...args} first={rows} second={scroller} />
  },
  play: async ({ canvas, canvasElement }) => {
    const [first, second] = [canvas.getByTestId('first'), canvas.getByTestId('second')]
    await fireEvent.pointerMove(first, inTable(first))
    const cursor = await settled(canvasElement, 1)
    await waitFor(() => expect(cursor).toHaveAttribute('data-edge', 'block-end'))
    canvas.getByTestId('scroller').scrollTo(0, 120)
    await waitFor(() => expect(cursor).not.toHaveAttribute('data-edge'))
    await expect(Math.abs(cursor.getBoundingClientRect().top - inTable(second).clientY)).toBeLessThan(1.5)
  },
}

/** Places are of the picture and do not turn around; sides are named as the text runs. */
export const RightToLeft: Story = {
  args: {
    people: people(2).map((person) => ({ ...person, name: 'ليلى حداد' })),
    space: 'pixels',
    subscribe: at([100, 80], [9_000, 120]),
  },
  globals: { direction: 'rtl' },
  play: async ({ canvasElement }) => {
    await settled(canvasElement, 2)
    await expect(shown(canvasElement)[1]).toHaveAttribute('data-edge', 'inline-start')
  },
}

/** A finger shows while it presses, where it counts at all. */
export const Touch: Story = {
  args: { people: [], pointerTypes: ['touch'], onPoint: fn() },
  play: async ({ canvasElement, args }) => {
    const area = canvasElement.querySelector('.canvas') ?? canvasElement
    const finger = { pointerType: 'touch', isPrimary: true }
    await fireEvent.pointerMove(area, { clientX: 60, clientY: 60, pointerType: 'mouse' })
    await expect(args.onPoint).not.toHaveBeenCalled()
    await fireEvent.pointerDown(area, { clientX: 60, clientY: 60, ...finger })
    await expect(args.onPoint).toHaveBeenCalledTimes(1)
    await fireEvent.pointerUp(area, finger)
    await expect(args.onPoint).toHaveBeenLastCalledWith(null)
  },
}

export const LongName: Story = {
  args: { people: [{ sessionId: 's0', userId: 'f', name: 'Fatima Al-Fihriya bint Muhammad of Fez' }] },
}

export const OwnDrawing: Story = {
  args: { renderCursor: ({ name }) => <span className="caption">☞ {name}</span> },
}

/** Two areas of one page, each with pointers of its own. */
export const TwoAreas: Story = {
  render: (args) => (
    <div className="screens">
      <LiveCursorsView {...args} people={people(1)} />
      <LiveCursorsView {...args} people={people(2).slice(1)} subscribe={at(null, [0.6, 0.6])} />
    </div>
  ),
  play: async ({ canvasElement }) => void (await settled(canvasElement, 2)),
}

export const Dark: Story = { args: three, globals: { theme: 'dark' } }
export const ForcedColours: Story = { args: three, globals: { theme: 'forced' } }
