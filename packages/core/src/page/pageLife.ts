/**
 * What happens to the page. `hide` with `cached` false is the end of the page; with `cached`
 * true, and `freeze`, it may come back, and says nothing.
 */
export type PageLifeEvent =
  | { readonly type: 'hide'; readonly cached: boolean }
  | { readonly type: 'show'; readonly cached: boolean }
  | { readonly type: 'freeze' }
  | { readonly type: 'resume' }
  | { readonly type: 'visible' }
  | { readonly type: 'hidden' }
  | { readonly type: 'online' }
  | { readonly type: 'offline' }
