/** What the server may say, told apart: the stock client looks at nothing but ids and results. */
import type { RpcRefusal } from './bifurError.ts'

/** The server's sign of life: bare text, no JSON. */
const HEARTBEAT = '♥'

export type RpcMessage =
  | { readonly type: 'heartbeat' }
  | { readonly type: 'answer'; readonly id: string; readonly refusal?: RpcRefusal }
  | { readonly type: 'notification' }
  | { readonly type: 'rubbish'; readonly reason: string }

const rubbish = (reason: string): RpcMessage => ({ type: 'rubbish', reason })

/** Whether `value` is an object with keys. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Never throws. What is `rubbish` must not get to the stock client: some of it ends its streams. */
export function readRpcMessage(text: string): RpcMessage {
  if (text === HEARTBEAT) return { type: 'heartbeat' }
  let message: unknown
  try {
    message = JSON.parse(text)
  } catch {
    return rubbish('not JSON')
  }
  if (!isRecord(message) || message['jsonrpc'] !== '2.0') return rubbish('no JSON-RPC 2.0')
  if (typeof message['id'] === 'string') return readAnswer(message['id'], message['error'])
  // An error without an id: the server could not read which request it refuses.
  if (message['error'] !== undefined && message['error'] !== null) return rubbish(readRefusal(message['error']).message)
  return isRecord(message['params']) ? { type: 'notification' } : rubbish('a notification without params')
}

function readAnswer(id: string, error: unknown): RpcMessage {
  return error === undefined || error === null
    ? { type: 'answer', id }
    : { type: 'answer', id, refusal: readRefusal(error) }
}

function readRefusal(error: unknown): RpcRefusal {
  const { code, message } = isRecord(error) ? error : {}
  return {
    code: typeof code === 'number' ? code : 0,
    message: typeof message === 'string' ? message : 'the server gave no reason',
  }
}
