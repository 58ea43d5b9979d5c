/** Somebody who stops reading, over a real socket: what they cost, what others notice, and how it ends (T15, F24). */
import { createPresenceServer, type PresenceServerOptions } from '@rollcall/server'
import { expect, it, onTestFinished } from 'vitest'
import { connect, dev } from './rawClient.ts'

const BOUND = 2 * 1_048_576

async function serve(options: PresenceServerOptions = {}) {
  const server = createPresenceServer({ mode: 'development', ...options })
  onTestFinished(() => server.close({ drain: 0 }))
  const { url } = await server.listen({ port: 0, host: '127.0.0.1' })
  const queueBytes = async (): Promise<number> =>
    Number(/^rollcall_queue_bytes (\d+)$/m.exec(await (await fetch(`${url}/metrics`)).text())?.[1])
  return { server, url, queueBytes }
}

it('T15: a reader who stops costs at most 2 MiB, disturbs nobody, and ends with 4003; the session is held', async () => {
  const { server, url, queueBytes } = await serve({ times: { drainMs: 1_500, drainCheckMs: 50 } })
  const [stalled, reader] = [await connect(url, dev('stalled')), await connect(url, dev('reader'))]
  for (const client of [stalled, reader]) {
    client.say({ t: 'rollCall', r: 'room', n: 1 })
    await client.next({ t: 'ack', n: 1 })
  }
  const bots = Array.from({ length: 20 }, (_, index) => server.enterAs({ id: `bot${index}` }, 'room', {}))
  stalled.socket.pause()
  let most = 0
  // 30 MB in all: more than the buffers of any machine hold.
  for (let round = 0; round < 400; round += 1) {
    for (const [index, bot] of bots.entries()) bot.update({ text: `${index}`.padEnd(3_900, 'x'), round })
    if (round % 20 === 0) most = Math.max(most, await queueBytes())
    else await new Promise(setImmediate)
  }
  for (const bot of bots) bot.update({ final: true })
  expect(most).toBeGreaterThan(0)
  expect(most).toBeLessThanOrEqual(BOUND)
  // The other one has heard everything, to the last word.
  const finals = await Promise.all(
    bots.map(({ sessionId }) => reader.next({ t: 'state', sid: sessionId, d: { final: true } })),
  )
  expect(finals).toHaveLength(20)
  await expect.poll(() => server.connectionCount(), { timeout: 10_000 }).toBe(1)
  stalled.socket.resume()
  expect(await stalled.closed()).toEqual({ code: 4003, reason: 'slow_consumer' })

  const again = await connect(url, { ...dev('stalled'), resume: stalled.welcome['resume'] })
  expect(again.welcome).toMatchObject({ resumed: true, sid: stalled.sid })
  await again.settled()
  const newest = new Map(
    again.frames().flatMap((frame) => (frame['t'] === 'state' ? [[frame['sid'], frame['d']]] : [])),
  )
  expect(newest.size).toBe(20)
  expect([...newest.values()]).toEqual(Array.from({ length: 20 }, () => ({ final: true })))
})
