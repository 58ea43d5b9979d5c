import { PresenceError } from '@rollcall/protocol'
import { describe, expect, test } from 'vitest'
import { createSettlements } from './settlements.ts'

const refusal = new PresenceError('forbidden', 'unable to speak; so the test wants it')

/** `hasAnswers`: whether the medium answers at all. */
function createScenario(medium: 'answers' | 'silent' = 'answers') {
  const open = new Map<number, (error?: PresenceError) => void>()
  const heard: string[] = []
  let requests = 0
  const settlements = createSettlements({
    openRequest: (settle) => {
      if (medium === 'silent') return undefined
      open.set((requests += 1), settle)
      return requests
    },
    closeRequest: (request) => open.delete(request),
    refused: ({ code }) => heard.push(`refused ${code}`),
  })
  const add = (name: string): void => settlements.add((error) => heard.push(`${name} ${error?.code ?? 'accepted'}`))
  const answer = (request: number | undefined, error?: PresenceError): void => {
    const settle = open.get(request ?? 0)
    if (settle === undefined) throw new RangeError(`unable to answer ${String(request)}; it is not open`)
    open.delete(request ?? 0)
    settle(error)
  }
  return { settlements, open, heard, add, answer }
}
const giveUp = (): boolean => false

describe('who waits to be accepted', () => {
  test('is settled by the answer to the frame that took them along, each frame its own', () => {
    const { settlements, add, answer, heard } = createScenario()
    add('a')
    const first = settlements.carry(giveUp)
    first.sent()
    add('b')
    const second = settlements.carry(giveUp)
    second.sent()
    answer(second.request)
    expect(heard).toEqual(['b accepted'])
    answer(first.request)
    expect(heard).toEqual(['b accepted', 'a accepted'])
  })

  test('is settled by the sending where the medium gives no answers, and not before', () => {
    const { settlements, add, heard } = createScenario('silent')
    add('a')
    const carried = settlements.carry(giveUp)
    expect([carried.request, heard]).toEqual([undefined, []])
    carried.sent()
    expect(heard).toEqual(['a accepted'])
  })

  test('goes on waiting, before those who came later, when the frame could not be sent; its request is closed', () => {
    for (const medium of ['answers', 'silent'] as const) {
      const { settlements, add, open, heard } = createScenario(medium)
      add('a')
      const carried = settlements.carry(giveUp)
      add('b')
      carried.failed()
      expect([open.size, heard]).toEqual([0, []])
      settlements.nothingToSay()
      expect(heard).toEqual(['a accepted', 'b accepted'])
    }
  })

  test('is rejected by a refusal that nobody handles, once, and waits no more; who came later does', () => {
    const { settlements, add, answer, heard } = createScenario()
    add('a')
    const carried = settlements.carry(giveUp)
    carried.sent()
    add('b')
    answer(carried.request, refusal)
    expect(heard).toEqual(['a forbidden', 'refused forbidden'])
    settlements.nothingToSay()
    expect(heard).toEqual(['a forbidden', 'refused forbidden', 'b accepted'])
  })

  test('goes along with what is said instead when a refusal is handled', () => {
    const { settlements, add, answer, heard } = createScenario()
    add('a')
    const carried = settlements.carry(() => {
      settlements.carry(giveUp).sent()
      return true
    })
    carried.sent()
    answer(carried.request, refusal)
    expect(heard).toEqual([])
    answer(2)
    expect(heard).toEqual(['a accepted'])
  })

  test('for nothing is accepted with the last frame on its way, or at once', () => {
    const { settlements, add, answer, heard } = createScenario()
    add('at once')
    settlements.nothingToSay()
    expect(heard).toEqual(['at once accepted'])
    const [first, last] = [settlements.carry(giveUp), settlements.carry(giveUp)]
    first.sent()
    last.sent()
    add('with the last')
    settlements.nothingToSay()
    answer(first.request)
    expect(heard).toEqual(['at once accepted'])
    answer(last.request)
    expect(heard).toEqual(['at once accepted', 'with the last accepted'])
  })

  test('waits again after a reconnect, before later ones; answers to the old connection come no more', () => {
    const { settlements, add, open, heard, answer } = createScenario()
    expect(settlements.reconnected()).toBe(false)
    add('a')
    settlements.carry(giveUp).sent()
    add('b')
    expect(settlements.reconnected()).toBe(true)
    expect([open.size, heard]).toEqual([0, []])
    expect(settlements.reconnected()).toBe(false)
    const again = settlements.carry(giveUp)
    again.sent()
    answer(again.request)
    expect(heard).toEqual(['a accepted', 'b accepted'])
  })

  test('hears of the end once, whether on its way or waiting, and no request stays open', () => {
    const { settlements, add, open, heard } = createScenario()
    add('a')
    settlements.carry(giveUp).sent()
    add('b')
    settlements.dispose(refusal)
    settlements.dispose(refusal)
    expect([heard, open.size]).toEqual([['a forbidden', 'b forbidden'], 0])
  })
})
