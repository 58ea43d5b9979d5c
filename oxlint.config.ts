/**
 * Rules, and those fences of docs/architecture.md that a look at one file can hold. `scripts/fences/` holds the rest;
 * here they show in the editor. TypeScript, because a later override replaces an earlier one whole: each has to repeat
 * its package's list, and as JSON that is a thousand lines.
 */
import { defineConfig, type OxlintOverride } from 'oxlint'

const tests = [
  'packages/*/src/**/*.test.{ts,tsx}',
  'packages/*/src/**/*.test-d.{ts,tsx}',
  'packages/*/src/**/*.contract.ts',
  'packages/*/src/**/*.stories.tsx',
  'packages/react/src/testSetup.ts',
  // Real processes, real sockets, real time: nothing else is in there.
  'packages/system-tests/src/**',
]

interface Denial {
  group: string[]
  message: string
  /** Else `*Transport.ts` would take `transport.ts`, the port, as well. */
  caseSensitive: true
}
const deny = (message: string, ...group: string[]): Denial => ({ group, message, caseSensitive: true })
const names = (...packages: string[]): string[] => packages.flatMap((name) => [name, `${name}/**`])

/** The last entry that fits a file decides, so the narrower ones come later and repeat the wider ones' list. */
const imports = (files: string[], denials: Denial[], except: string[] = []): OxlintOverride => ({
  files,
  excludeFiles: [...tests, ...except],
  rules: { 'no-restricted-imports': ['error', { patterns: denials }] },
})

const src = (name: string, ...folders: string[]): string[] =>
  folders.length === 0 ? [`packages/${name}/src/**`] : folders.map((folder) => `packages/${name}/src/${folder}`)

// ---- what no package may do -------------------------------------------------------------------

const react = names('react', 'react-dom')
const node = names('ws', 'node:*')
const deep = deny('packages meet at their public face', '@rollcall/*/src/**', '@rollcall/*/dist/**', '**/packages/**')
const inPages = deny('this has to run in a page', ...node)
const owners = deny('the lower knows no owner', '**/presence/**', '**/follow/**', '**/typing/**', '**/client/**')

const inProtocol = [deny('the protocol stands on nothing', ...names('@rollcall/*', 'rxjs'), ...node, ...react)]
const inCore = [
  deep,
  deny(
    'the core knows no framework, no server and no Node',
    ...names('@rollcall/core', '@rollcall/react', '@rollcall/server'),
    ...node,
    ...react,
  ),
]
const inReact = [
  deep,
  deny(
    "react talks to the core's face and to nothing below",
    ...names('@rollcall/protocol', '@rollcall/server'),
    ...node,
  ),
]
const inServer = [
  deep,
  deny('the two ends meet only in the protocol', ...names('@rollcall/core', '@rollcall/react', 'rxjs'), ...react),
]

const handedIn = deny(
  'a feature speaks frames; time, pages and connections are handed in',
  '**/connection/**',
  '**/environment/**',
  '**/client/**',
  '**/transport/*Transport.ts',
)
const feature = (name: string, ...others: string[]) =>
  imports(src('core', `${name}/**`), [
    ...inCore,
    handedIn,
    deny('features have no kinship', ...others.map((other) => `**/${other}/**`)),
  ])
const noBackplane = deny('only the hub speaks to other nodes', '**/backplane/**')

const importFences: OxlintOverride[] = [
  imports(src('protocol'), inProtocol),

  imports(src('core'), inCore),
  feature('presence', 'follow', 'typing'),
  feature('follow', 'presence', 'typing'),
  feature('typing', 'presence', 'follow'),
  imports(src('core', 'store/**'), [...inCore, deny('a state cell knows no presence', '@rollcall/protocol', '../**')]),
  imports(src('core', 'connection/**'), [
    ...inCore,
    owners,
    deny('the lower knows no owner; wake-ups are handed in', '**/transport/**', '**/environment/**'),
  ]),
  imports(src('core', 'transport/**'), [...inCore, owners, deny('wake-ups are handed in', '**/environment/**')]),
  imports(src('core', '{environment,page,member}/**'), [
    ...inCore,
    owners,
    deny('the lower knows no owner', '**/transport/**', '**/connection/**', '**/store/**'),
  ]),

  imports(src('react'), inReact),
  imports(src('react', '{hooks,context,format,strings}/**'), [
    ...inReact,
    deny('a hook draws nothing', '**/components/**'),
  ]),
  imports(src('react', 'components/**'), [
    ...inReact,
    deny('a component reads through a hook', ...names('@rollcall/core', 'rxjs'), '**/context/**'),
  ]),

  imports(src('server'), inServer),
  imports(src('server', 'hub/**'), [
    ...inServer,
    inPages,
    deny('the hub knows no socket', '**/gateway/**', '**/http/**', '**/auth/**'),
    deny('the hub knows the port, not an adapter', '**/backplane/*Backplane.ts'),
  ]),
  imports(src('server', 'gateway/**'), [...inServer, inPages, noBackplane], src('server', 'gateway/webSocket*')),
  imports(src('server', 'gateway/webSocket*', 'http/**'), [...inServer, noBackplane]),
  imports(
    src('server', 'backplane/**'),
    [...inServer, inPages, deny('the lower knows no owner', '**/hub/**', '**/gateway/**')],
    src('server', 'backplane/redis*'),
  ),
  imports(src('server', '{local,environment}/**'), [...inServer, inPages]),
]

// ---- globals ----------------------------------------------------------------------------------

interface RestrictedGlobal {
  name: string
  message: string
}
interface GlobalsFence {
  globals: RestrictedGlobal[]
  checkGlobalObject: boolean
}
const globals = (message: string, ...list: string[]): RestrictedGlobal[] => list.map((name) => ({ name, message }))
const noGlobals = (...lists: RestrictedGlobal[][]): ['error', GlobalsFence] => [
  'error',
  { globals: lists.flat(), checkGlobalObject: true },
]

const handTime = 'time and chance are arguments: take them from the clock and random ports'
const timers = globals(
  handTime,
  'setTimeout',
  'clearTimeout',
  'setInterval',
  'clearInterval',
  'setImmediate',
  'requestAnimationFrame',
  'requestIdleCallback',
  'performance',
)
const date = globals(handTime, 'Date')
const settings = globals('settings are arguments; only cli/ reads the environment', 'process')
const page = globals(
  'the core knows no page: only environment/ and the transport adapters do',
  'window',
  'document',
  'navigator',
  'location',
  'localStorage',
  'sessionStorage',
  'addEventListener',
  'BroadcastChannel',
  'WebSocket',
  'fetch',
)
const nodeGlobals = globals('this has to run in a page', 'Buffer', 'global', 'require', '__dirname', '__filename')
const noRandom = { object: 'Math', property: 'random', message: handTime }
const noNow = { object: 'Date', property: 'now', message: handTime }

const globalFences: OxlintOverride[] = [
  {
    files: src('*'),
    excludeFiles: tests,
    rules: {
      'no-console': 'error',
      'no-restricted-globals': noGlobals(timers, date, settings),
      'no-restricted-properties': ['error', noRandom],
    },
  },
  {
    files: src('core'),
    excludeFiles: [...tests, ...src('core', 'environment/**', 'transport/**')],
    rules: { 'no-restricted-globals': noGlobals(timers, date, settings, page) },
  },
  {
    files: src('server', '{hub,gateway,backplane}/**'),
    excludeFiles: [...tests, ...src('server', 'gateway/webSocket*', 'backplane/redis*')],
    rules: { 'no-restricted-globals': noGlobals(timers, date, settings, nodeGlobals) },
  },
  {
    // A date made from a given instant is formatting, not a clock.
    files: src('react', 'format/**'),
    excludeFiles: tests,
    rules: {
      'no-restricted-globals': noGlobals(timers, settings),
      'no-restricted-properties': ['error', noRandom, noNow],
    },
  },
  {
    // The files that may meet the clock.
    files: [
      ...src('core', 'environment/**'),
      ...src('server', 'environment/**', 'nodePorts.ts', 'local/localServer.ts'),
      ...src('react', 'hooks/useNow.ts'),
    ],
    rules: { 'no-restricted-globals': noGlobals(settings), 'no-restricted-properties': 'off' },
  },
  {
    files: src('server', 'cli/**'),
    rules: { 'no-console': 'off', 'no-restricted-globals': 'off', 'no-restricted-properties': 'off' },
  },
]

export default defineConfig({
  plugins: ['typescript', 'react', 'jsx-a11y', 'import', 'unicorn', 'promise', 'vitest'],
  categories: { correctness: 'error' },
  rules: {
    eqeqeq: ['error', 'always', { null: 'ignore' }],
    'no-var': 'error',
    'prefer-const': 'error',
    'max-lines': ['error', { max: 300 }],
    'import/no-cycle': ['error', { ignoreTypes: false }],
    'import/no-default-export': 'error',
    'typescript/no-explicit-any': 'error',
    'typescript/no-non-null-assertion': 'error',
    'typescript/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
    'typescript/no-floating-promises': 'error',
    'typescript/no-misused-promises': 'error',
    // Spreading text is how one counts and cuts by code point.
    'typescript/no-misused-spread': 'off',
    'typescript/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    'typescript/no-unnecessary-type-assertion': 'error',
    'react/rules-of-hooks': 'error',
    'react/exhaustive-deps': 'error',
    'react/error-boundaries': 'error',
    'react/globals': 'error',
    'react/immutability': 'error',
    'react/incompatible-library': 'error',
    'react/preserve-manual-memoization': 'error',
    'react/purity': 'error',
    'react/refs': 'error',
    'react/set-state-in-effect': 'error',
    'react/set-state-in-render': 'error',
    'react/static-components': 'error',
    'react/use-memo': 'error',
    'react/react-in-jsx-scope': 'off',
    // Our objects are closures and never read `this`, so their methods may be handed on.
    'typescript/unbound-method': 'off',
    // Safari takes the role from a list without bullets; saying it gives it back.
    'jsx-a11y/no-redundant-roles': ['error', { ul: ['list'], ol: ['list'] }],
    // A status dot is drawn, not loaded, and a live region is not a form's output.
    'jsx-a11y/prefer-tag-over-role': 'off',
    'jsx-a11y/label-has-associated-control': ['error', { depth: 4 }],
    // Does not know that a checkbox brings its own `aria-checked`; axe looks at the real thing in every story.
    'jsx-a11y/role-has-required-aria-props': 'off',
  },
  overrides: [
    {
      files: ['**/*.config.ts', '.storybook/**', '**/*.stories.tsx'],
      rules: { 'import/no-default-export': 'off' },
    },
    {
      files: ['**/*.test.{ts,tsx}', '**/*.test-d.{ts,tsx}', '**/*.contract.ts', '**/*.spec.ts'],
      rules: { 'max-lines': ['error', { max: 500 }] },
    },
    {
      // A property speaks of generated cases: what it expects depends on the case.
      files: ['**/*.property.test.{ts,tsx}'],
      rules: { 'vitest/no-conditional-expect': 'off' },
    },
    ...globalFences,
    ...importFences,
  ],
  ignorePatterns: ['**/dist/**', 'storybook-static/**'],
})
