/** Every example of docs/guides/transports.md stands, word for word, in a file that is compiled; its transport is proven. */
import { readFileSync } from 'node:fs'
import { transportContract } from '@rollcall/core/testing'
import { encodePeerFrame, type StateFrame } from '@rollcall/protocol'
import { describe, expect, it } from 'vitest'
import { openBench } from './topicBench.contract.ts'

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8')

// #region contract
const state = (room: string, sessionId: string): StateFrame => ({
  type: 'state',
  room,
  sessionId,
  userId: 'ada',
  seq: 1,
  status: 'online',
  info: {},
  presence: {},
  idleMs: 0,
  enteredAt: 0,
})

describe('over a topic', () => {
  it.each(
    transportContract({
      open: openBench,
      frame: state,
      textThere: (room) => encodePeerFrame(state(room, 'another')),
      goodbye: 'disconnect',
    }),
  )('$title', async ({ run }) => {
    await expect(run()).resolves.toBeUndefined()
  })
})
// #endregion

describe('the guide of transports', () => {
  it('shows what is compiled and run', () => {
    const sources = ['./topicTransport.contract.ts', './transportsGuide.test.ts', './bifur/bifurGuide.test-d.ts']
    const examples = sources.flatMap((source) =>
      Array.from(read(source).matchAll(/\/\/ #region \w+\n([\s\S]*?)\/\/ #endregion/g), ([, body = '']) => body.trim()),
    )
    const shown = Array.from(read('../../../../docs/guides/transports.md').matchAll(/```ts\n([\s\S]*?)```/g))
    // Where things come from is shown too; the files import them all at once.
    const blocks = shown.map(([, body = '']) => body.replaceAll(/^import [\s\S]*? from .*\n/gm, '').trim())
    expect(blocks.toSorted()).toEqual(examples.toSorted())
  })
})
