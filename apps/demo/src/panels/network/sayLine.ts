import type { Recovery } from '../../client/recoveryWatch.ts'
import type { NetworkState } from '../../network/networkSimulator.ts'

const clockTime = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' })

/** What is wrong with the line, and what comes of it; `undefined` where nothing is. */
export function sayLine({ isOffline, backAt, isSilent }: NetworkState, isConnected: boolean): string | undefined {
  if (isOffline) {
    const until = backAt === undefined ? 'until you reconnect' : `until ${clockTime.format(backAt)}`
    return `No socket opens ${until}. The server holds the session for 60 s; then the others see you leave.`
  }
  if (isSilent) {
    return 'The socket is dead and nobody was told. The client asks after 20 s of silence and gives up after 25 s.'
  }
  return isConnected ? undefined : 'On the way back: the client waits a little longer after each attempt.'
}

/** How the last interruption ended. */
export function sayRecovery(recovery: Recovery | undefined): string {
  if (recovery === undefined) return 'Cuts the socket itself: a browser’s own “offline” leaves open ones alone.'
  const seconds = (recovery.tookMs / 1000).toFixed(1)
  return recovery.how === 'resumed'
    ? `Back after ${seconds} s: the same session, nothing missed. Nobody has noticed.`
    : `Back after ${seconds} s: a new session, everything was asked for again. The others saw you leave.`
}
