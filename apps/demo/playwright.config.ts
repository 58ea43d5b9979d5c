import { defineConfig } from '@playwright/test'
import { chromiumLaunchOptions } from '../../scripts/chromium.ts'
import { isCi } from '../../scripts/machine.ts'

// Not the port of `pnpm dev`, so that both can run at once.
const port = 5199
const baseURL = `http://127.0.0.1:${port}`

const vite = `"${process.execPath}" --conditions=@rollcall/source node_modules/vite/bin/vite.js`
const options = '--configLoader native --outDir test-results/.page'

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results/runs',
  // A slow machine shall be slow, not wrong; what must be fast says so itself.
  timeout: 90_000,
  expect: { timeout: 20_000 },
  forbidOnly: isCi(),
  workers: 1,
  reporter: [['list']],
  use: {
    baseURL,
    browserName: 'chromium',
    // Pictures of every step would cost more than the tests themselves.
    trace: { mode: 'retain-on-failure', screenshots: false },
    screenshot: 'only-on-failure',
    launchOptions: chromiumLaunchOptions,
  },
  // One process serves the page and, by its plugin, presence. Built once, since hundreds of modules for each page would
  // take longer than the tests; with React's development build, so that StrictMode mounts twice as in `pnpm dev`.
  // Without pnpm between, which would not pass the end of the tests on to Vite.
  webServer: {
    command: `${vite} build ${options} --minify false && exec ${vite} preview ${options} --host 127.0.0.1 --port ${port} --strictPort`,
    env: { NODE_ENV: 'development' },
    url: `${baseURL}/presence`,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 2000 },
  },
})
