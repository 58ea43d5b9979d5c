import { resolve } from 'node:path'
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin'
import react from '@vitejs/plugin-react'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'
import { chromiumLaunchOptions } from './scripts/chromium.ts'
import { hasRedisServer } from './scripts/machine.ts'

const at = (path: string): string => resolve(import.meta.dirname, path)

// In the node environment vitest resolves by `ssr.resolve`; `resolve` alone is not enough.
const source = {
  resolve: { conditions: ['@rollcall/source', 'module', 'node', 'development|production'] },
  ssr: { resolve: { conditions: ['@rollcall/source'] } },
}

// Clocks are virtual: this ends only what hangs. Without isolation a test cut short would leave its screen to the next.
const HANGS_AFTER = 60_000

const browserTests = '**/*.browser.test.{ts,tsx}'
// `pnpm test` says so when these are left out.
const redisTests = hasRedisServer() ? [] : ['**/*.redis.test.ts']

const reactProject = (major: string, root: string) => ({
  root: at(root),
  plugins: [react()],
  resolve: {
    conditions: ['@rollcall/source'],
    // Each is taken from this project's own root, where pnpm has bound it to one React: that is the whole matrix.
    dedupe: ['react', 'react-dom', 'use-sync-external-store', '@tanstack/react-virtual', '@testing-library/react'],
  },
  define: { __REACT_MAJOR__: JSON.stringify(major) },
  test: {
    name: `react-${major}`,
    environment: 'jsdom',
    // Isolation costs six times the run; `cleanup` after each test and no module state make it unnecessary.
    isolate: false,
    testTimeout: HANGS_AFTER,
    dir: at('packages/react/src'),
    include: ['**/*.test.tsx'],
    exclude: [browserTests],
    setupFiles: [at('scripts/propertySeed.ts'), at('packages/react/src/testSetup.ts')],
  },
})

// A function: vitest writes into the object it is given, so no two projects may share one.
const browser = () => ({
  enabled: true,
  headless: true,
  provider: playwright({ launchOptions: chromiumLaunchOptions }),
  instances: [{ browser: 'chromium' as const }],
  screenshotFailures: false,
  expect: {
    toMatchScreenshot: {
      // One picture for all systems: what is compared has no letters in it.
      resolveScreenshotPath: (of: Readonly<Record<'root' | 'testFileDirectory' | 'arg' | 'ext', string>>) =>
        resolve(of.root, of.testFileDirectory, 'baseline', `${of.arg}${of.ext}`),
    },
  },
})

export default defineConfig({
  test: {
    passWithNoTests: true,
    projects: [
      {
        ...source,
        test: {
          name: 'node',
          environment: 'node',
          testTimeout: HANGS_AFTER,
          setupFiles: [at('scripts/propertySeed.ts')],
          include: ['packages/*/src/**/*.test.ts', 'scripts/**/*.test.ts'],
          exclude: ['**/node_modules/**', browserTests, ...redisTests],
        },
      },
      reactProject('19', 'packages/react'),
      reactProject('18', 'packages/react/react-18'),
      {
        plugins: [react()],
        resolve: { conditions: ['@rollcall/source', 'module', 'browser', 'development|production'] },
        test: {
          name: 'browser',
          testTimeout: HANGS_AFTER,
          browser: browser(),
          include: [`packages/*/src/${browserTests}`],
        },
      },
      {
        plugins: [storybookTest({ configDir: at('.storybook') })],
        test: { name: 'stories', testTimeout: HANGS_AFTER, browser: browser() },
      },
    ],
    coverage: {
      provider: 'v8',
      include: ['packages/*/src/**'],
      exclude: ['**/index.ts', '**/*.css', '**/*.stories.tsx', '**/*.contract.ts', '**/*.test.*', '**/*.test-d.*'],
    },
  },
})
