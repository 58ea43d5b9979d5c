import { createPresenceClient, getPresenceLocations, reportPresence } from '@rollcall/core'
import { bifur, bifurUrl } from '@rollcall/core/bifur'
import type { Observable } from 'rxjs'

declare const token$: Observable<string | null>
declare const me: { readonly id: string; readonly name: string }

// #region bifur
const client = createPresenceClient({
  transport: bifur({
    url: bifurUrl({ projectId: 'abc123', dataset: 'production' }),
    token: token$,
    room: 'production',
  }),
  user: { id: me.id, info: { name: me.name } },
})
const room = client.room('production')

reportPresence(room, [
  { type: 'document', documentId: 'movie', path: ['title'], lastActiveAt: new Date().toISOString() },
])
getPresenceLocations(room).subscribe(() => console.log(getPresenceLocations(room).getCurrent()))
// #endregion
