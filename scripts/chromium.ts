/** Which Chromium runs the browser tests, and how; used by vitest and by Playwright alike. */
import { existsSync } from 'node:fs'
import { chromium } from 'playwright'

const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** `CHROMIUM_PATH` decides alone where it is set; then the system's own; undefined means Playwright's download. */
function findSystemChromium(): string | undefined {
  const named = process.env['CHROMIUM_PATH']
  return named === undefined || named === '' ? installed.find((path) => existsSync(path)) : named
}

const executablePath = findSystemChromium()

const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** What both runners hand to Playwright's `launch`. */
export const chromiumLaunchOptions: { executablePath?: string; args: string[] } =
  executablePath === undefined ? { args } : { executablePath, args }

/** Is there a Chromium to launch at all? */
export function hasChromium(): boolean {
  return existsSync(executablePath ?? chromium.executablePath())
}
