/** `pnpm --filter rollcall-demo pictures`: the page as the README shows it, made anew. */
import { defineConfig } from '@playwright/test'
import tests from '../playwright.config.ts'

export default defineConfig({ ...tests, testDir: '.', webServer: { ...Object(tests.webServer), cwd: '..' } })
