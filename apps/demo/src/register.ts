/** What people carry in this app, said once; every hook is typed by it. */
import type { DemoInfo, DemoPresence } from './client/demoPresence.ts'

declare module '@rollcall/react' {
  interface Register {
    Presence: DemoPresence
    Info: DemoInfo
  }
}
