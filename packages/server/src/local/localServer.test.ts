import { createTestClock, createTestRandom } from '@rollcall/core/testing'
import { decodeServerMessage, type ChannelClose, type FrameChannel } from '@rollcall/protocol'
import { describe, expect, it } from 'vitest'
import { createLocalServer } from './localServer.ts'

function listen(channel: FrameChannel) {
  const types: string[] = []
  const closes: ChannelClose[] = []
  channel.onText((text) => types.push(...decodeServerMessage(text).map(({ frame }) => frame?.type ?? 'unreadable')))
  channel.onClose((close) => closes.push(close))
  return { types, closes }
}

const onClock = () => {
  const clock = createTestClock()
  return { clock, server: createLocalServer({ clock, random: createTestRandom(1) }) }
}

describe('the local server', () => {
  it('is the server itself over in-process channels', async () => {
    const { clock, server } = onClock()
    const channel = server.open()
    const { types } = listen(channel)
    channel.send('[{"t":"hello","v":1,"user":{"id":"ann"}},{"t":"rollCall","r":"room"}]')
    await clock.advanceAsync(0)
    expect(types).toEqual(['welcome', 'synced'])
    expect(server.connections()).toMatchObject([{ userId: 'ann' }])
    server.dispose()
  })

  it('cuts one connection as a failing network does', async () => {
    const { clock, server } = onClock()
    const [ann, bob] = ['ann', 'bob'].map((id) => {
      const channel = server.open()
      channel.send(JSON.stringify({ t: 'hello', v: 1, user: { id } }))
      return listen(channel)
    })
    await clock.advanceAsync(0)
    server.cut(server.connections().find(({ userId }) => userId === 'ann')?.sessionId ?? '')
    await clock.advanceAsync(0)
    expect(ann?.closes).toEqual([{ code: 1006, reason: '' }])
    expect(bob?.closes).toEqual([])
    expect(server.connections()).toMatchObject([{ userId: 'bob' }])
    expect(server.hub.sessionCount()).toEqual({ attached: 1, held: 1 })
    server.dispose()
  })

  it('goes down and comes up', async () => {
    const { clock, server } = onClock()
    const first = listen(server.open())
    server.goDown()
    const second = listen(server.open())
    await clock.advanceAsync(0)
    expect([first.closes, second.closes]).toEqual([[{ code: 1006, reason: '' }], [{ code: 1006, reason: '' }]])
    server.comeUp()
    const third = listen(server.open())
    await clock.advanceAsync(0)
    expect(third.closes).toEqual([])
    server.dispose()
    expect(clock.pending()).toBe(0)
  })

  it('runs on the platform’s own clock and chance where none is given', async () => {
    const server = createLocalServer()
    const channel = server.open()
    const welcomed = new Promise<void>((resolve) => channel.onText(() => resolve()))
    channel.send('{"t":"hello","v":1,"user":{"id":"ann"}}')
    await welcomed
    expect(server.connections()).toHaveLength(1)
    server.dispose()
  })
})
