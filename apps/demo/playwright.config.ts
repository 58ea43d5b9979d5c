import { defineConfig } from '@playwright/test';
import { chromiumLaunchOptions } from '../../scripts/chromium.ts';

// Not the port of `pnpm dev`, so that both can run at once.
const port = 5199;
const baseURL = `http://127.0.0.1:${port}`;

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  forbidOnly: ![undefined, '', '0', 'false'].includes(process.env['CI']),
  workers: 1,
  reporter: [['list']],
  use: {
    baseURL,
    browserName: 'chromium',
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: chromiumLaunchOptions,
  },
  // One process: Vite serves the page, and its plugin the presence server.
  webServer: {
    command: `pnpm dev --host 127.0.0.1 --port ${port} --strictPort`,
    url: `${baseURL}/presence`,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 2000 },
  },
});
