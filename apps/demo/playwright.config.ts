import { defineConfig } from '@playwright/test'
import { chromiumLaunchOptions } from '../../scripts/chromium.ts'
import { isCi } from '../../scripts/machine.ts'

// Not the port of `pnpm dev`, so that both can run at once.
const port = 5199
const baseURL = `http://127.0.0.1:${port}`

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  forbidOnly: isCi(),
  workers: 1,
  reporter: [['list']],
  use: {
    baseURL,
    browserName: 'chromium',
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: chromiumLaunchOptions,
  },
  // One process: Vite serves the page, and its plugin the presence server. Started without pnpm between, which would
  // not pass the end of the tests on to Vite.
  webServer: {
    command: `node --conditions=@rollcall/source node_modules/vite/bin/vite.js --configLoader native --host 127.0.0.1 --port ${port} --strictPort`,
    url: `${baseURL}/presence`,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 2000 },
  },
})
