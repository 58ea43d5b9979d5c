/** The examples of docs/guides/following.md: compiled here word for word, and run. */
import { createPresenceClient, webSocket, type PresenceClient } from '@rollcall/core'
import { createPresenceServer, type PresenceServer } from '@rollcall/server'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { WebSocket } from 'ws'

// #region showColleagues
function showColleagues(client: PresenceClient, draw: (name: string, words: string) => void): () => void {
  const colleagues = client.follow(['ada', 'bob'])
  const unsubscribe = colleagues.subscribe(() => {
    for (const [userId, { status, activity = '' }] of colleagues.getCurrent()) draw(userId, `${status} ${activity}`)
  })
  return () => {
    unsubscribe()
    colleagues.dispose()
  }
}
// #endregion

// #region work
async function work(client: PresenceClient): Promise<void> {
  await client.setActivity({ activity: 'Coding', project: 'rollcall' })
  await client.setStatus('busy', { text: 'In a call', expiresAt: client.time.now() + 3_600_000 })
  await client.setStatus('auto')
}
// #endregion

// #region createServer
function createServer(isColleague: (one: string, other: string) => boolean): PresenceServer {
  return createPresenceServer({
    authenticate: (token) => ({ id: token, info: { name: token } }),
    authorizeFollow: (viewer, userIds) => userIds.filter((userId) => isColleague(viewer.userId, userId)),
    following: (viewer) => (viewer.userId === 'ada' ? ['bob'] : []),
    lastSeen: {
      precision: (viewerId, userId) => (isColleague(viewerId, userId) ? 'minute' : 'hidden'),
      mutual: true,
    },
  })
}
// #endregion

const read = (file: string): string => readFileSync(join(import.meta.dirname, file), 'utf8')

async function serve(): Promise<(user: string) => PresenceClient> {
  const server = createServer((one, other) => one !== 'eve' && other !== 'eve')
  onTestFinished(() => server.close({ drain: 0 }))
  const { url } = await server.listen({ port: 0, host: '127.0.0.1' })
  return (user) => {
    const client = createPresenceClient({
      user: { id: user, info: {} },
      transport: webSocket({ url: `${url}/realtime`, token: user, WebSocket }),
    })
    onTestFinished(() => client.dispose())
    return client
  }
}

it('shows exactly the examples that are compiled here', () => {
  const shown = Array.from(
    read('../../../docs/guides/following.md').matchAll(/```ts\n([\s\S]*?)```/g),
    ([, body]) => body,
  )
  const compiled = Array.from(
    read('followingGuide.test.ts').matchAll(/^\/\/ #region \w+\n([\s\S]*?)\/\/ #endregion/gm),
    ([, body]) => body,
  )
  expect(shown).toEqual(compiled)
})

it('does what it says: people as they are, until nobody looks any more', async () => {
  const connect = await serve()
  const [ada, cleo] = [connect('ada'), connect('cleo')]
  const drawn = new Map<string, string>()
  const stop = showColleagues(cleo, (name, words) => drawn.set(name, words))
  await expect.poll(() => drawn.get('ada')).toBe('online ')
  expect(drawn.get('bob')).toBe('offline ')
  await work(ada)
  await expect.poll(() => drawn.get('ada')).toBe('online Coding')
  stop()
  await ada.setStatus('busy')
  expect(drawn.get('ada')).toBe('online Coding')
})

it('follows at login, and refuses whoever may not', async () => {
  const connect = await serve()
  const ada = connect('ada')
  await expect.poll(() => ada.following.getCurrent()).toEqual(['bob'])
  const eve = connect('eve')
  const following = eve.follow(['ada'])
  await expect.poll(() => eve.connection.getCurrent().state).toBe('connected')
  await eve.setActivity({ activity: 'Spying' })
  expect(following.getCurrent().get('ada')?.status ?? 'offline').toBe('offline')
  following.dispose()
})
