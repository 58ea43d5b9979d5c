import { expect, test } from 'vitest'
import { createPresenceClient, channel } from '@rollcall/core'
import { createTestClock, createTestEnvironment, createTestRandom } from '@rollcall/core/testing'
import { createLocalServer } from '@rollcall/server/local'

test('core over the real server, local', async () => {
  const clock = createTestClock()
  const server = createLocalServer({
    clock,
    random: createTestRandom(99),
    later: (d: () => void) => void clock.defer(d),
    open: true,
  } as never)
  let n = 0
  const join = (id: string, extra = {}) => {
    n += 1
    return createPresenceClient({
      transport: channel({ open: () => server.open() }),
      user: { id, info: { name: id } },
      environment: createTestEnvironment({ clock, random: createTestRandom(n) }),
      logger: (e) => console.log(id, e.code, e.message),
      ...extra,
    })
  }
  const alice = join('alice'),
    bob = join('bob')
  const ra = alice.room('r', { initialPresence: { a: 1 } })
  const rb = bob.room('r', { initialPresence: { b: 1 } })
  const log: string[] = []
  ra.events.subscribe((e) => log.push(`${e.type} ${e.member.userId} ${e.reason ?? ''}`))
  const adv = async (ms: number) => {
    await clock.advanceAsync(ms)
  }
  await adv(1000)
  console.log(log, alice.connection.getCurrent(), ra.others.getCurrent())
  expect(ra.others.getCurrent().map((m) => m.userId)).toEqual(['bob'])
  void rb.update({ b: 2 } as never)
  await adv(200)
  expect(ra.member('bob').getCurrent()?.presence).toEqual({ b: 2 })
  rb.typing.keystroke()
  await adv(10)
  expect(ra.typing.typers().getCurrent().length).toBe(1)
  await adv(6000)
  expect(ra.typing.typers().getCurrent().length).toBe(0)
  log.length = 0
  server.cut('all')
  await adv(20000)
  console.log('after cut', log, alice.connection.getCurrent().state)
  expect(log).toEqual([])
  const f = alice.follow(['bob'])
  await adv(100)
  console.log([...f.getCurrent().values()])
  void bob.setStatus('busy', { text: 'x' })
  await adv(100)
  console.log(
    [...f.getCurrent().values()].map((p) => p.status),
    ra.others.getCurrent().map((m) => m.status),
    log,
  )
  void bob.setStatus('invisible')
  await adv(100)
  console.log(
    [...f.getCurrent().values()].map((p) => [p.status, p.lastSeenAt]),
    ra.others.getCurrent().length,
    log,
    rb.self.getCurrent()?.status,
    bob.self.getCurrent().status,
  )
  void bob.setStatus('auto')
  await adv(3000)
  console.log(
    [...f.getCurrent().values()].map((p) => [p.status, p.lastSeenAt]),
    ra.others.getCurrent().map((m) => m.status),
    log,
  )
  server.goDown()
  await adv(70000)
  server.comeUp()
  await adv(60000)
  console.log(
    'after down',
    log,
    alice.connection.getCurrent().state,
    ra.others.getCurrent().length,
    ra.departed.getCurrent().length,
  )
  bob.dispose()
  await adv(100)
  console.log('bob gone', log.at(-1), ra.others.getCurrent().length)
  alice.dispose()
  await adv(100000)
  server.dispose()
  await adv(10)
  console.log('pending', clock.pending())
}, 60000)
