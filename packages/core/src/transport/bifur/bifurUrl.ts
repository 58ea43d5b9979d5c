export interface BifurAddress {
  readonly projectId: string
  readonly dataset: string
  /** Names the application in Sanity's request logs. Default `rollcall`. */
  readonly tag?: string
  /** Default `api.sanity.io`. */
  readonly apiHost?: string
}

/** The version by which the server decides that a token may come by RPC and need not be in the upgrade. Not to be raised with others. */
const API_VERSION = 'v2022-06-30'

/** Where the presence of a dataset is: the address for `bifur({ url })`. */
export function bifurUrl({ projectId, dataset, tag = 'rollcall', apiHost = 'api.sanity.io' }: BifurAddress): string {
  const path = `/${API_VERSION}/socket/${encodeURIComponent(dataset)}`
  return `wss://${projectId}.${apiHost}${path}?tag=${encodeURIComponent(tag)}`
}
