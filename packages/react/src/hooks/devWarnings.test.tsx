/** What developers are told of mistakes that nothing else would show; a production build says nothing. */
import { createPresenceClient, memory } from '@rollcall/core'
import { createTestEnvironment, createTestNetwork } from '@rollcall/core/testing'
import { act, render } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import {
  PresenceIndicator,
  PresenceIndicatorView,
  PresenceProvider,
  PresenceRoom,
  useOthers,
  useSelf,
  type RegisteredClient,
} from '../index.ts'
import { renderWithPresence } from '../testing/index.ts'

let said: string[] = []
const endings: (() => void)[] = []
beforeEach(() => {
  said = []
  vi.spyOn(console, 'warn').mockImplementation((text: unknown) => void said.push(String(text)))
})
afterEach(() => {
  for (const end of endings.splice(0)) end()
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
})

describe('two clients of one person in one room of a page', () => {
  async function twoRooms(ids: readonly [string, string], people: readonly [string, string]) {
    const network = createTestNetwork()
    const clients = people.map((id, index): RegisteredClient => {
      const name = `${id}-${index}`
      const client = createPresenceClient({
        transport: memory(network.party(name)),
        user: { id, info: { name: id } },
        environment: createTestEnvironment({ clock: network.clockOf(name) }),
      })
      endings.push(() => client.dispose())
      return client
    })
    render(
      clients.map((client, index) => (
        <PresenceProvider key={index} client={client}>
          <PresenceRoom id={ids[index] ?? ''} />
        </PresenceProvider>
      )),
    )
    await act(() => network.clock.advanceAsync(100))
  }

  test('count as two sessions, and that is said', async () => {
    await twoRooms(['kitchen', 'kitchen'], ['ada', 'ada'])
    expect(said).toHaveLength(1)
    expect(said[0]).toContain('two clients of "ada" are in the room "kitchen"')
  })

  test.each([
    ['two people', ['hall', 'hall'], ['ada', 'bo']],
    ['two rooms', ['hall', 'attic'], ['ada', 'ada']],
  ] as const)('%s are nothing to warn of', async (_what, ids, people) => {
    await twoRooms(ids, people)
    expect(said).toEqual([])
  })

  test('in production nothing is said', async () => {
    vi.stubEnv('NODE_ENV', 'production')
    await twoRooms(['cellar', 'cellar'], ['ada', 'ada'])
    expect(said).toEqual([])
  })

  test('one client in the same room twice, or mounted again, is right', async () => {
    const page = await renderWithPresence(<PresenceRoom id="room" />, { strict: true })
    page.rerender(<PresenceRoom key="again" id="room" />)
    await page.room.advance(100)
    expect(said).toEqual([])
  })
})

describe('a selector', () => {
  const Unstable = () => <p>{useOthers((others) => others.map(({ userId }) => userId)).length}</p>
  const Compared = () => (
    <p>
      {
        useOthers(
          (others) => others.map(({ userId }) => userId),
          (a, b) => a.join() === b.join(),
        ).length
      }
    </p>
  )
  const Stable = () => <p>{useSelf((self) => self?.status)}</p>

  test('that gives a new result for the same value is named, once however many use it', async () => {
    await renderWithPresence(
      <>
        <Unstable />
        <Unstable />
      </>,
    )
    expect(said).toHaveLength(1)
    expect(said[0]).toMatch(/a selector gives a new result for the same value.*userId/s)
  })

  test('with an isEqual, or with a stable result, is right', async () => {
    await renderWithPresence(
      <>
        <Compared />
        <Stable />
      </>,
    )
    expect(said).toEqual([])
  })

  test('is not called a second time in production', async () => {
    vi.stubEnv('NODE_ENV', 'production')
    const select = vi.fn<() => readonly never[]>(() => [])
    const Counting = () => <p>{useOthers(select).length}</p>
    await renderWithPresence(<Counting />)
    expect(said).toEqual([])
    expect(select).toHaveBeenCalledTimes(1)
  })
})

describe('a status that nobody defined', () => {
  test('is named when somebody comes with it', async () => {
    const { room } = await renderWithPresence(<p />, { members: [{ id: 'bo', status: 'juggling' }] })
    await room.advance(3000)
    expect(said).toHaveLength(1)
    expect(said[0]).toContain('the status "juggling" is not defined')
  })

  test('is named where a component is given it; an unknown one is no mistake', async () => {
    await renderWithPresence(
      <>
        <PresenceIndicator status="onlien" />
        <PresenceIndicator status="unknown" />
        <PresenceIndicator status="away" />
      </>,
    )
    expect(said).toHaveLength(1)
    expect(said[0]).toContain('"onlien"')
  })
})

describe('a component given as render', () => {
  const Steady = (props: object) => <b {...props} />

  test('that is made anew at each render is named', () => {
    const Page = ({ tick }: { readonly tick: number }) => {
      const MadeAnew = (props: object) => <b data-tick="anew" {...props} />
      return <PresenceIndicatorView data-tick={tick} status="online" render={<MadeAnew />} />
    }
    const { rerender } = render(<Page tick={0} />)
    for (let tick = 1; tick < 10; tick += 1) rerender(<Page tick={tick} />)
    expect(said).toHaveLength(1)
    expect(said[0]).toContain('<MadeAnew> given as render is made anew at each render')
  })

  test('that stays the same, or is a function of props, is right', () => {
    const Page = ({ tick }: { readonly tick: number }) => (
      <>
        <PresenceIndicatorView data-tick={tick} status="online" render={<Steady />} />
        <PresenceIndicatorView data-tick={tick} status="online" render={(props) => <i {...props} />} />
      </>
    )
    const { rerender } = render(<Page tick={0} />)
    for (let tick = 1; tick < 10; tick += 1) rerender(<Page tick={tick} />)
    expect(said).toEqual([])
  })
})
