/** Redux DevTools: every change of state by its name, and what there was after it. */
import { createPresenceClient, webSocket } from '@rollcall/core'

// #region devtools
export const client = createPresenceClient({
  transport: webSocket({ url: '/realtime' }),
  devtools: import.meta.env.DEV,
})
// #endregion
