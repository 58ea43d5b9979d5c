import { describe, expect, it } from 'vitest'
import { converse, type Conversation, type Party } from '../gateway/conversation.contract.ts'

function seen() {
  const conversation: Conversation = converse()
  const ann = conversation.join('ann')
  const bob = conversation.join('bob')
  bob.say({ t: 'rollCall', r: 'room' })
  ann.say({ t: 'state', r: 'room', c: 1, d: {} })
  bob.heard()
  // The local server's digest of a token is the token.
  const farewell = ({ welcome }: Party): void =>
    conversation.server.hub.farewell(typeof welcome['resume'] === 'string' ? welcome['resume'] : '')
  return { ...conversation, ann, bob, farewell }
}

describe('a goodbye by another way than the connection', () => {
  it('is bye unload: gone after the grace', () => {
    const { ann, bob, pass, farewell } = seen()
    farewell(ann)
    expect(ann.closed()).toEqual({ code: 4008, reason: 'state_lost' })
    pass(1_999)
    expect(bob.heard()).toEqual([])
    pass(1)
    expect(bob.heard()).toMatchObject([{ t: 'disconnect', sid: ann.sid, reason: 'closed' }])
  })

  it('of a page that is still there brings it back by resume, and nobody notices', () => {
    const { ann, bob, join, pass, farewell } = seen()
    farewell(ann)
    pass(1_000)
    expect(join('ann', { resume: ann.welcome['resume'] }).welcome).toMatchObject({ resumed: true, sid: ann.sid })
    pass(120_000)
    expect(bob.heard()).toEqual([])
  })

  it('with an older or unknown token does nothing', () => {
    const { ann, bob, join, pass, farewell, server } = seen()
    ann.drop()
    join('ann', { resume: ann.welcome['resume'] })
    farewell(ann)
    server.hub.farewell('unknown')
    pass(30_000)
    expect(bob.heard()).toEqual([])
  })
})
