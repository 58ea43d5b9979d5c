/** What went over the wire, to be read: line by line, and in the page. */
import { frameLines, toNdjson } from '../src/wire/frameLine.ts'
import { createWireLog } from '../src/wire/wireLog.ts'
import { expect, member, test } from './presenceTest.ts'

const said = (text: string) => ({ at: 0, way: 'out', text }) as const

test('a frame says what it does, whose it is and what it weighs; a batch is one line a frame', () => {
  const [state, typing] = frameLines(said('[{"t":"state","sid":"s1","id":"bo","d":{"é":1}},{"t":"typing","on":true}]'))
  expect(state).toMatchObject({ verb: 'enter', type: 'state', sessionId: 's1', userId: 'bo', bytes: 47 })
  expect(typing).toMatchObject({ verb: 'typing', bytes: 24 })
  expect(frameLines(said('{ "t": "ping" }'))).toMatchObject([{ verb: 'link', bytes: 15 }])
  expect(frameLines(said('{nonsense'))).toMatchObject([{ type: 'unreadable', verb: 'link', bytes: 9 }])
  expect(frameLines({ at: 0, way: 'close', code: 1006 })).toMatchObject([{ type: 'socket close', text: 'code 1006' }])
})

test('what lets somebody in is never shown or copied', () => {
  const lines = frameLines(said('{"t":"welcome","resume":"sesame","x":{"token":"jwt"}}'))
  expect(lines[0]?.text).not.toMatch(/sesame|jwt/)
  expect(toNdjson(lines)).toBe(
    '{"at":"1970-01-01T00:00:00.000Z","way":"out","bytes":53,"frame":{"t":"welcome","resume":"(6 characters)","x":{"token":"(3 characters)"}}}',
  )
})

test('a copy is oldest first, and has what is no frame too', () => {
  const lines = [...frameLines(said('{"t":"ping"}')), ...frameLines({ at: 0, way: 'open' })]
  const frames = toNdjson(lines)
    .split('\n')
    .map((line) => (JSON.parse(line) as { frame: unknown }).frame)
  expect(frames).toEqual(['socket open', { t: 'ping' }])
})

test('the log is bounded, is read only while somebody looks, and tells in portions', () => {
  const timers: (() => void)[] = []
  let listening = 0
  const log = createWireLog({
    clock: { wall: () => 0, setTimer: (_, task) => (timers.push(task), () => {}) },
    listen: () => ((listening += 1), () => (listening -= 1)),
  })
  for (let index = 0; index < 3000; index += 1) log.text('in', `{"t":"patch","c":${index}}`)
  expect(timers).toHaveLength(0)
  let told = 0
  const stop = log.subscribe(() => (told += 1))
  expect(log.getCurrent().entries).toHaveLength(500)
  expect(log.getCurrent().entries[0]?.text).toContain('2999')
  expect(listening).toBe(1)
  for (let index = 0; index < 10; index += 1) log.text('out', '{"t":"ping"}')
  expect(timers).toHaveLength(1)
  timers.shift()?.()
  expect(told).toBe(2)
  expect(log.getCurrent().entries[9]).toMatchObject({ way: 'out', type: 'ping' })
  log.clear()
  expect(log.getCurrent().entries).toEqual([])
  stop()
  expect(listening).toBe(0)
})

test('frames show both ways, by what they do, and stand still on demand', async ({ open }) => {
  const ada = await open('ada', { also: { devtools: '1' } })
  const bo = await open('bo')
  const wire = ada.getByTestId('wire')
  await expect(wire.locator('[data-verb=enter][data-way=in]').first()).toContainText('Bo')

  await wire.getByTestId('wire-filter').getByText('typing', { exact: true }).click()
  await bo.getByTestId('typing-input').pressSequentially('hi')
  const typing = wire.locator('[data-testid=frame]')
  await expect(typing.first()).toHaveAttribute('data-verb', 'typing')
  await expect(typing.first()).toContainText('Bo')
  await ada.getByTestId('typing-input').pressSequentially('hi')
  await expect(wire.locator('[data-verb=typing][data-way=out]').first()).toBeVisible()

  await wire.getByTestId('wire-pause').click()
  const before = await typing.count()
  await bo.getByTestId('typing-input').fill('')
  await expect(member(ada, 'bo')).not.toContainText('typing')
  await expect(typing).toHaveCount(before)
  await wire.getByTestId('wire-pause').click()
  await expect(typing).not.toHaveCount(before)

  await ada.evaluate(() => {
    // Without asking the person for the clipboard.
    navigator.clipboard.writeText = (text) => Promise.resolve(void (document.body.dataset['copied'] = text))
  })
  await wire.getByTestId('wire-copy').click()
  await expect(wire).toContainText('frames copied')
  const text = await ada.locator('body').getAttribute('data-copied')
  const copied = (text ?? '').split('\n').map((line) => JSON.parse(line) as { frame: { t: string } })
  expect(new Set(copied.map(({ frame }) => frame.t))).toEqual(new Set(['typing']))
})

test('the sessions tell tabs from people, and a roll call shows whose connection is away', async ({ open }) => {
  const ada = await open('ada')
  const bo = await open('bo')
  await ada.getByTestId('devtools-toggle').click()
  await expect(ada).toHaveURL(/devtools=1/)
  const sessions = ada.getByTestId('sessions')
  await expect(sessions.getByTestId('session')).toHaveCount(2)
  await expect(sessions.locator('[data-user-id^=ada-]')).toContainText('this tab')
  await bo.getByTestId('net-outage').click()
  await expect(bo.getByTestId('connection')).toHaveAttribute('data-state', 'reconnecting')
  const held = sessions.locator('[data-user-id^=bo-]')
  await expect(async () => {
    await ada.getByTestId('roll-call').click()
    await expect(held).toHaveAttribute('data-state', 'held', { timeout: 1000 })
  }).toPass()
  await expect(member(ada, 'bo')).toHaveAttribute('data-status', 'online')
  await ada.getByTestId('devtools-toggle').click()
  await expect(ada.getByTestId('devtools')).toHaveCount(0)
})
