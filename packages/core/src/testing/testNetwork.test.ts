import { describe, expect, it } from 'vitest'
import { createTestNetwork, type TestNetwork, type TestNetworkOptions } from './testNetwork.ts'

const message = (number: number): string => JSON.stringify({ t: 'state', number })

interface Listener {
  readonly heard: string[]
  readonly links: string[]
  post(text: string): boolean
}
function join(network: TestNetwork, name: string): Listener {
  const heard: string[] = []
  const links: string[] = []
  const port = network.party(name).join({
    hear: (text) => heard.push(text),
    linkChanged: (link) => links.push(link),
  })
  return { heard, links, post: (text) => port.post(text) }
}

const HUNDRED = Array.from({ length: 100 }, (_, index) => message(index))

function run(options: TestNetworkOptions): readonly string[] {
  const network = createTestNetwork(options)
  const sender = join(network, 'sender')
  const receiver = join(network, 'receiver')
  network.clock.runDeferred()
  for (const text of HUNDRED) sender.post(text)
  network.clock.advance(10_000)
  return receiver.heard
}

describe('the test network', () => {
  it('delivers everything in order when it is asked for nothing else', () => {
    expect(run({})).toEqual(HUNDRED)
    expect(run({ latency: [10, 90] })).toEqual(HUNDRED)
  })

  it('repeats itself with the same seed', () => {
    const faults = { latency: [1, 50], loss: 0.2, reorder: 0.3, duplicate: 0.2 } as const
    expect(run({ seed: 7, ...faults })).toEqual(run({ seed: 7, ...faults }))
    expect(run({ seed: 7, ...faults })).not.toEqual(run({ seed: 8, ...faults }))
  })

  it('loses, doubles and reorders about as many as asked', () => {
    expect(run({ loss: 0.5 }).length).toBeGreaterThan(30)
    expect(run({ loss: 0.5 }).length).toBeLessThan(70)
    expect(run({ duplicate: 1 })).toHaveLength(200)
    const reordered = run({ reorder: 0.5, latency: 5 })
    expect(reordered).not.toEqual(HUNDRED)
    expect(reordered.toSorted()).toEqual(HUNDRED.toSorted())
  })

  it('behaves from the moment it is told to', () => {
    const network = createTestNetwork({ loss: 1, duplicate: 1, reorder: 1 })
    const [sender, receiver] = [join(network, 'a'), join(network, 'b')]
    network.clock.runDeferred()
    sender.post(message(1))
    network.calm()
    for (const text of HUNDRED) sender.post(text)
    network.clock.advance(1_000)
    expect(receiver.heard).toEqual(HUNDRED)
  })

  it('takes its time', () => {
    const network = createTestNetwork({ latency: 40 })
    const [sender, receiver] = [join(network, 'a'), join(network, 'b')]
    network.clock.runDeferred()
    sender.post(message(1))
    network.clock.advance(39)
    expect(receiver.heard).toEqual([])
    network.clock.advance(1)
    expect(receiver.heard).toEqual([message(1)])
  })

  it('parts parties and brings them together again', () => {
    const network = createTestNetwork()
    const [a, b, c] = [join(network, 'a'), join(network, 'b'), join(network, 'c')]
    network.clock.runDeferred()
    network.partition(['a', 'b'], ['c'])
    a.post(message(1))
    network.clock.runDeferred()
    network.heal()
    a.post(message(2))
    network.clock.runDeferred()
    expect(b.heard).toEqual([message(1), message(2)])
    expect(c.heard).toEqual([message(2)])
  })

  it('tells a party whose link drops, and nobody of one that is killed', () => {
    const network = createTestNetwork()
    const [a, b, c] = [join(network, 'a'), join(network, 'b'), join(network, 'c')]
    network.clock.runDeferred()
    network.drop('a')
    expect(a.post(message(1))).toBe(false)
    network.restore('a')
    expect(a.links).toEqual(['up', 'down', 'up'])
    network.kill('b')
    expect(b.post(message(2))).toBe(true)
    a.post(message(3))
    network.clock.runDeferred()
    expect(b.heard).toEqual([])
    expect(c.heard).toEqual([message(3)])
  })

  it('echoes when asked to', () => {
    const network = createTestNetwork()
    const a = join(network, 'a')
    network.clock.runDeferred()
    network.setEcho('on')
    a.post(message(1))
    network.clock.runDeferred()
    expect(a.heard).toEqual([message(1)])
  })

  it('gives each party its own wall clock over the same passing of time', () => {
    const network = createTestNetwork()
    const clock = network.clockOf('a')
    network.skew('a', -3_600_000)
    network.clock.advance(5)
    expect(clock.now()).toBe(5)
    expect(clock.wall()).toBe(network.clock.wall() - 3_600_000)
  })

  it('counts frames by type, in batches too, and no rubbish', () => {
    const network = createTestNetwork()
    const a = join(network, 'a')
    network.clock.runDeferred()
    a.post('[{"t":"state"},{"t":"typing"}]')
    a.post('{"t":"state"}')
    a.post('rubbish')
    const { total, byType } = network.countFrames()
    expect(total).toBe(3)
    expect(Object.fromEntries(byType)).toEqual({ state: 2, typing: 1 })
  })

  it('cuts a channel half open, or breaks it off so that both ends hear', () => {
    const network = createTestNetwork({ latency: 10 })
    const half = network.channel()
    const broken = network.channel()
    const heard: unknown[] = []
    for (const channel of [half, broken])
      for (const end of channel.ends) {
        end.onText((text) => heard.push(text))
        end.onClose(({ code }) => heard.push(code))
      }
    half.ends[0].send('on its way')
    half.cut()
    half.ends[1].close(1000)
    broken.breakOff()
    network.clock.advance(100)
    expect(heard).toEqual([1000, 1006, 1006])
  })
})
