import { describe, expect, test } from 'vitest'
import { checkFences } from './fences/checkFences.ts'
import { packageFences } from './fences/fenceTable.ts'
import { readImports } from './fences/readImports.ts'

const problems = (files: Record<string, string>): string[] =>
  checkFences(new Map(Object.entries(files))).map(({ path, problem }) => `${path}: ${problem}`)

const core = 'packages/core/src'
const server = 'packages/server/src'

describe('readImports', () => {
  test('sees every way to name a module, types included', () => {
    const text = `
      import './effect.ts'
      import { a } from './value.ts'
      import type { B } from './type.ts'
      import { type C } from './inlineType.ts'
      export { d } from './reexport.ts'
      export type { E } from './typeReexport.ts'
      export * from './star.ts'
      const later = () => import('./dynamic.ts')
      let f: import('./importType.ts').F
    `
    expect(readImports('a.ts', text)).toEqual([
      './effect.ts',
      './value.ts',
      './type.ts',
      './inlineType.ts',
      './reexport.ts',
      './typeReexport.ts',
      './star.ts',
      './dynamic.ts',
      './importType.ts',
    ])
  })

  test('is not taken in by words in comments and strings', () => {
    expect(readImports('a.ts', `// import './no.ts'\nconst text = "import './no.ts'"`)).toEqual([])
  })

  test('reads JSX, and throws on what is no TypeScript', () => {
    expect(readImports('a.tsx', `import x from 'x'\nexport const A = () => <b>{x}</b>`)).toEqual(['x'])
    expect(() => readImports('a.ts', 'import {')).toThrow(/unable to parse a\.ts/)
  })
})

describe('circles', () => {
  test('of types alone count', () => {
    const found = problems({
      [`${core}/store/a.ts`]: `import type { B } from './b.ts'`,
      [`${core}/store/b.ts`]: `import type { C } from './c.ts'`,
      [`${core}/store/c.ts`]: `import type { A } from './a.ts'`,
    })
    expect(found).toEqual([
      `${core}/store/a.ts: circle: ${core}/store/a.ts → ${core}/store/b.ts → ${core}/store/c.ts → ${core}/store/a.ts`,
    ])
  })

  test('a diamond is none', () => {
    const found = problems({
      [`${core}/store/a.ts`]: `import './b.ts'\nimport './c.ts'`,
      [`${core}/store/b.ts`]: `import './d.ts'`,
      [`${core}/store/c.ts`]: `import './d.ts'`,
      [`${core}/store/d.ts`]: '',
    })
    expect(found).toEqual([])
  })

  test('the table of rooms has none either', () => {
    for (const { rooms } of packageFences) {
      const reach = (name: string, trail: readonly string[]): void => {
        expect(trail).not.toContain(name)
        const room = rooms.find((candidate) => candidate.name === name)
        expect(room, `room "${name}" is in the table`).toBeDefined()
        for (const next of room?.mayImport ?? []) reach(next, [...trail, name])
      }
      for (const { name } of rooms) reach(name, [])
    }
  })
})

describe('packages', () => {
  test.each([
    ['packages/protocol/src/frames.ts', 'rxjs'],
    ['packages/protocol/src/frames.ts', '@rollcall/core'],
    [`${core}/presence/presenceStore.ts`, '@rollcall/server'],
    [`${core}/presence/presenceStore.ts`, 'react'],
    [`${core}/index.ts`, '@rollcall/react'],
    [`${server}/hub/rooms.ts`, '@rollcall/core'],
    [`${server}/createPresenceServer.ts`, '@rollcall/core'],
    ['packages/react/src/hooks/usePresence.ts', '@rollcall/protocol'],
    ['packages/react/src/hooks/usePresence.ts', '@rollcall/server'],
    ['packages/react/src/hooks/usePresence.ts', '@rollcall/core/testing'],
    ['packages/react/src/components/LastSeen/LastSeen.tsx', '@rollcall/core'],
  ])('%s must not import %s, not even a type', (path, name) => {
    expect(problems({ [path]: `import type { X } from '${name}'` })).toEqual([
      expect.stringMatching(new RegExp(`must not import ${name}$`)),
    ])
  })

  test('relative imports stay inside', () => {
    const found = problems({
      [`${core}/index.ts`]: `export { x } from '../../protocol/src/frames.ts'`,
      'packages/protocol/src/frames.ts': 'export const x = 1',
      'apps/demo/src/main.ts': `import '../../../packages/react/src/styles.css'`,
    })
    expect(found).toEqual([
      'apps/demo/src/main.ts: relative import leaves the package: packages/react/src/styles.css',
      `${core}/index.ts: relative import leaves the package: packages/protocol/src/frames.ts`,
    ])
  })

  test('tests and stories may import what they like, but nothing that ships imports them', () => {
    const found = problems({
      'packages/react/src/components/A/A.stories.tsx': `import { x } from '@rollcall/server/local'`,
      [`${core}/transport/transport.contract.ts`]: `import { test } from 'vitest'`,
      [`${core}/transport/memoryTransport.ts`]: `import { suite } from './transport.contract.ts'`,
    })
    expect(found).toEqual([
      `${core}/transport/memoryTransport.ts: imports a test file: ${core}/transport/transport.contract.ts`,
    ])
  })
})

describe('rooms', () => {
  test.each([
    [`${core}/presence/presenceStore.ts`, `${core}/typing/typingStore.ts`, 'presence must not import typing'],
    [`${core}/follow/followStore.ts`, `${core}/presence/presenceState.ts`, 'follow must not import presence'],
    [`${core}/presence/a.ts`, `${core}/transport/webSocketTransport.ts`, 'must not import transport adapters'],
    [`${core}/presence/a.ts`, `${core}/environment/environment.ts`, 'presence must not import environment'],
    [`${core}/transport/transport.ts`, `${core}/connection/connection.ts`, 'transport port must not import connection'],
    [`${core}/connection/connection.ts`, `${core}/transport/transport.ts`, 'connection must not import transport port'],
    [`${core}/store/storeState.ts`, `${core}/presence/presenceState.ts`, 'store must not import presence'],
    [`${core}/client/createRoom.ts`, `${core}/index.ts`, 'client must not import core face'],
    [`${server}/hub/presenceHub.ts`, `${server}/gateway/connection.ts`, 'hub must not import gateway'],
    [`${server}/hub/presenceHub.ts`, `${server}/backplane/memoryBackplane.ts`, 'hub must not import memory backplane'],
    [`${server}/gateway/connection.ts`, `${server}/backplane/backplane.ts`, 'gateway must not import backplane port'],
    [`${server}/backplane/memoryBackplane.ts`, `${server}/hub/rooms.ts`, 'memory backplane must not import hub'],
    ['packages/react/src/hooks/useA.ts', 'packages/react/src/components/A/A.tsx', 'hooks must not import components'],
  ])('%s → %s', (from, to, problem) => {
    const up = '../'.repeat(from.split('/').length - 3)
    const found = problems({ [from]: `import type { X } from '${up}${to.split('/').slice(2).join('/')}'`, [to]: '' })
    expect(found).toEqual([expect.stringContaining(problem)])
  })

  test('what chapter "Arrows" allows is allowed', () => {
    const found = problems({
      [`${core}/presence/presenceStore.ts`]: `
        import { Subject } from 'rxjs'
        import { limits } from '@rollcall/protocol'
        import type { Transport } from '../transport/transport.ts'
        import { state } from '../store/storeState.ts'`,
      [`${core}/transport/transport.ts`]: '',
      [`${core}/store/storeState.ts`]: '',
      [`${server}/hub/presenceHub.ts`]: `import type { Backplane } from '../backplane/backplane.ts'`,
      [`${server}/backplane/backplane.ts`]: '',
    })
    expect(found).toEqual([])
  })

  test('a folder nobody has planned stands in no room', () => {
    expect(problems({ [`${core}/later/a.ts`]: '' })).toEqual([expect.stringContaining('stands in no room')])
  })
})

describe('what runs in pages', () => {
  test.each(['hub/rooms.ts', 'gateway/connection.ts', 'gateway/frameHandlers.ts', 'backplane/memoryBackplane.ts'])(
    '%s imports neither node:* nor ws',
    (file) => {
      for (const name of ['node:crypto', 'ws']) {
        expect(problems({ [`${server}/${file}`]: `import type { X } from '${name}'` })).toContainEqual(
          expect.stringContaining(`has to run in a page: ${server}/${file} → ${name}`),
        )
      }
    },
  )

  test('the local server reaches no node:* however far it goes', () => {
    const found = problems({
      [`${server}/local/localServer.ts`]: `import '../auth/authenticator.ts'`,
      [`${server}/auth/authenticator.ts`]: `import './tokenAuthenticator.ts'`,
      [`${server}/auth/tokenAuthenticator.ts`]: `import 'node:crypto'`,
    })
    expect(found).toEqual([expect.stringContaining('→ packages/server/src/auth/tokenAuthenticator.ts → node:crypto')])
  })
})

describe('names and lengths', () => {
  test.each(['utils/a.ts', 'types.ts', 'shared/a.ts', 'roomManager.ts', 'helpers.test.ts', 'misc.tsx'])(
    '%s is refused',
    (file) => {
      expect(problems({ [`packages/protocol/src/${file}`]: '' })).toEqual([expect.stringContaining('says nothing')])
    },
  )

  test.each(['dataset.ts', 'metadata.ts', 'sharedKeys.ts', 'typing.ts'])('%s is not', (file) => {
    expect(problems({ [`packages/protocol/src/${file}`]: '' })).toEqual([])
  })

  test('frameHandlers may keep its name', () => {
    expect(problems({ [`${server}/gateway/frameHandlers.ts`]: '' })).toEqual([])
  })

  test('300 lines for a source, 500 for a test', () => {
    const lines = (count: number): string => '// one\n'.repeat(count)
    expect(
      problems({
        [`${core}/store/a.ts`]: lines(300),
        [`${core}/store/b.ts`]: lines(301),
        [`${core}/store/c.test.ts`]: lines(500),
        [`${core}/store/d.test.ts`]: lines(501),
      }),
    ).toEqual([
      `${core}/store/b.ts: 301 lines, 300 at most; split it`,
      `${core}/store/d.test.ts: 501 lines, 500 at most; split it`,
    ])
  })
})
