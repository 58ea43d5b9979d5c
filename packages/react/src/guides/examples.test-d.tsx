/** The examples of the guides and the README, compiled here; `guides.test.ts` holds the two together. */
import { createPresenceClient, memory, createMemoryNetwork, webSocket } from '@rollcall/core'
import {
  AvatarStack,
  en,
  FieldPresence,
  FieldPresenceDock,
  formatLastSeen,
  LastSeen,
  LiveCursors,
  type PresenceMember,
  PresenceProvider,
  PersonCard,
  PresenceRoom,
  SessionList,
  StatusMenu,
  TypingIndicator,
  useCursors,
  useCursorVisibility,
  useFieldPresence,
  useLastSeen,
  useMember,
  useMyPresence,
  useOthers,
  useOthersMapped,
  usePresence,
  usePresenceEvents,
  useReportPresence,
  useTyping,
} from '@rollcall/react'
import { renderWithPresence } from '@rollcall/react/testing'
import { screen } from '@testing-library/react'
import { StrictMode, useEffect, useState, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import type { UseFormRegisterReturn } from 'react-hook-form'
import { expect, test } from 'vitest'

declare const token: () => Promise<string>

// #region client
export const client = createPresenceClient({
  transport: webSocket({ url: 'wss://presence.example.com/realtime', token }),
})
// #endregion

// #region myStatus
export function Header() {
  return <StatusMenu onRefused={(error) => console.warn(error)} />
}
// #endregion

// #region card
export function Byline() {
  return (
    <PersonCard userId="bo" actions={<a href="/messages/bo">Write</a>}>
      Bo Nyström
    </PersonCard>
  )
}
// #endregion

// #region sessions
export function MyTabs({ end }: { end: (sessionId: string) => void }) {
  return <SessionList onEnd={end} />
}
// #endregion

// #region provider
export function App({ children }: { children: ReactNode }) {
  return (
    <PresenceProvider client={client} locale="en" timeZone="Europe/Oslo">
      <PresenceRoom id="doc:42" initialPresence={{ color: 'teal' }}>
        {children}
      </PresenceRoom>
    </PresenceProvider>
  )
}
// #endregion

// #region name
export function nameOf({ userId, info }: PresenceMember) {
  return typeof info['name'] === 'string' ? info['name'] : userId
}
// #endregion

// #region who
export function Who() {
  const names = useOthersMapped(nameOf)
  return (
    <ul>
      {names.map(([userId, name]) => (
        <li key={userId}>{name}</li>
      ))}
    </ul>
  )
}
// #endregion

// #region one
export function Row({ userId }: { userId: string }) {
  const status = useMember(userId, (member) => member?.status ?? 'offline')
  return <li data-status={status}>{userId}</li>
}
// #endregion

// #region count
export function Count() {
  const count = useOthers((others) => others.length)
  return <p>{count === 0 ? 'Only you' : `You and ${count} more`}</p>
}
// #endregion

// #region mine
export function Swatch() {
  const [presence, update] = useMyPresence()
  return <button onClick={() => void update({ color: 'plum' })}>{String(presence['color'])}</button>
}
// #endregion

// #region status
export function Page() {
  const { status, error } = usePresence()
  if (status === 'loading') return <p>Looking who is here…</p>
  if (status === 'error') return <p>Presence is off: {error?.message}</p>
  return <Who />
}
// #endregion

// #region seen
export function Seen({ userId }: { userId: string }) {
  const { text, title, dateTime } = useLastSeen(userId)
  return (
    <time dateTime={dateTime} title={title}>
      {text}
    </time>
  )
}
// #endregion

// #region report
export function Paragraph({ id, isOpen }: { id: string; isOpen: boolean }) {
  const [since] = useState(() => new Date().toISOString())
  useReportPresence(isOpen ? { type: 'document', documentId: 'doc:42', path: ['body', id], lastActiveAt: since } : null)
  return <p>…</p>
}
// #endregion

// #region field
export function TitleField() {
  return (
    <>
      <label htmlFor="title">Title</label>
      <FieldPresence field="title">
        <input id="title" />
      </FieldPresence>
    </>
  )
}
// #endregion

// #region registeredField
export function RegisteredField({ field }: { field: UseFormRegisterReturn }) {
  const { others, fieldProps, descriptionId } = useFieldPresence(field.name)
  return (
    <>
      <input {...fieldProps} {...field} />
      <p id={descriptionId}>{others.length > 0 && `${others.length} more at this field`}</p>
    </>
  )
}
// #endregion

// #region lockedField
export function RecordField({ audit }: { audit: (userIds: readonly string[]) => void }) {
  return (
    <FieldPresence field="record" mode="hard-lock" idleAfter={60_000} releaseAfter={300_000} onTakeOver={audit}>
      <input aria-label="Record" />
    </FieldPresence>
  )
}
// #endregion

// #region dock
export function LongForm({ children }: { children: ReactNode }) {
  return <FieldPresenceDock style={{ overflow: 'auto', blockSize: '60vh' }}>{children}</FieldPresenceDock>
}
// #endregion

// #region events
export function Greeter({ greet }: { greet: (userId: string) => void }) {
  usePresenceEvents(({ type, member }) => {
    if (type === 'enter') greet(member.userId)
  })
  return null
}
// #endregion

export function presenceTest(): void {
  // #region test
  test('a person who leaves is gone from the list', async () => {
    const { room } = await renderWithPresence(<Who />, { members: ['bo'] })
    expect(screen.getByText('bo')).toBeVisible()
    await room.leave('bo')
    expect(screen.queryByText('bo')).toBeNull()
  })
  // #endregion

  // #region spoken
  test('typing is told once, after two seconds', async () => {
    const page = await renderWithPresence(<TypingIndicator data-testid="line" />, { members: ['bo'] })
    await page.room.type('bo')
    expect(screen.getByTestId('line')).toBeTyping('bo')
    await page.room.advance(2_000)
    expect(page).toAnnounce('bo is typing…', 'polite')
  })
  // #endregion
}

// #region seeded
export function Document({ id, members }: { id: string; members: readonly PresenceMember[] }) {
  return (
    <PresenceRoom id={id} initialMembers={members}>
      <AvatarStack />
    </PresenceRoom>
  )
}
// #endregion

// #region composer
export function Composer({ send }: { send: (text: string) => void }) {
  const { inputProps } = useTyping()
  const [text, setText] = useState('')
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        send(text)
        setText('')
      }}
    >
      <input aria-label="Message" value={text} onChange={(event) => setText(event.target.value)} {...inputProps} />
    </form>
  )
}
// #endregion

// #region line
export function TypingLine() {
  const { typers } = useTyping()
  const names = typers.map(nameOf)
  if (names.length === 0) return null
  return <p>{new Intl.ListFormat('en').format(names)} writing…</p>
}
// #endregion

// #region editor
export function useReplyEditor() {
  const { keystroke, stop } = useTyping('reply')
  return { onChange: keystroke, onBlur: stop, onSent: stop }
}
// #endregion

// #region quickstart
const network = createMemoryNetwork()
const people = ['ada', 'bo'].map((id) =>
  createPresenceClient({ transport: memory(network), user: { id, info: { name: id } } }),
)

function Here() {
  const { typers, inputProps } = useTyping()
  const others = useOthersMapped((member) => `${String(member.info['name'])} is ${member.status}`)
  return (
    <section>
      {others.map(([userId, text]) => (
        <p key={userId}>{text}</p>
      ))}
      <input aria-label="Say something" {...inputProps} />
      <p>{typers.map((member) => member.userId).join(', ')}</p>
    </section>
  )
}

export function TwoPeople() {
  return people.map((person, index) => (
    <PresenceProvider key={index} client={person}>
      <PresenceRoom id="kitchen">
        <Here />
      </PresenceRoom>
    </PresenceProvider>
  ))
}
// #endregion

export function start(root: HTMLElement): void {
  createRoot(root).render(
    <StrictMode>
      <TwoPeople />
    </StrictMode>,
  )
}

// #region lastSeen
export function Message({ userId, sentAt }: { userId: string; sentAt: number }) {
  return (
    <>
      {/* Online · Away · 6 minutes ago · yesterday 23:30 */}
      <LastSeen userId={userId} />
      {/* Last seen yesterday 23:30 */}
      <LastSeen userId={userId} sentence />
      {/* Nothing while they are here */}
      <LastSeen userId={userId} whenOnline="hide" />
      {/* Any instant: epoch ms, Date, ISO 8601 */}
      <LastSeen value={sentAt} />
    </>
  )
}
// #endregion

// #region lastSeenWords
export function nextChange(seenAt: number, now: number): number | null {
  const format = { now, locale: 'en-GB', timeZone: 'Europe/Berlin', strings: en }
  const { text, nextChangeAt } = formatLastSeen(seenAt, format)
  document.title = text
  return nextChangeAt
}
// #endregion

// #region lastSeenBucket
export function Discreet() {
  return <LastSeen value={{ bucket: 'within-week' }} sentence />
}
// #endregion

// #region cursors
export function Canvas({ children }: { children: ReactNode }) {
  return <LiveCursors area="canvas">{children}</LiveCursors>
}
// #endregion

// #region cursorAnchors
export function Rows({ rows }: { rows: readonly { id: string; text: string }[] }) {
  return (
    <LiveCursors space="anchor">
      {rows.map(({ id, text }) => (
        <p key={id} data-rollcall-anchor={id}>
          {text}
        </p>
      ))}
    </LiveCursors>
  )
}
// #endregion

// #region cursorSwitch
export function CursorSwitch() {
  const [isVisible, setVisible] = useCursorVisibility()
  return (
    <label>
      <input type="checkbox" checked={isVisible} onChange={() => setVisible(!isVisible)} /> Show pointers
    </label>
  )
}
// #endregion

// #region cursorLog
export function usePointerLog(area: string) {
  const { subscribe } = useCursors(area)
  useEffect(() => subscribe(({ sessionId, position }) => console.log(sessionId, position)), [subscribe])
}
// #endregion

// #region firstPage
const presence = createPresenceClient({
  transport: webSocket({ url: '/realtime', token: () => fetch('/token').then((answer) => answer.text()) }),
})

function Draft() {
  const { inputProps } = useTyping('title')
  return (
    <header>
      <AvatarStack />
      <input aria-label="Title" {...inputProps} />
      <TypingIndicator input="title" />
    </header>
  )
}

export function DocumentPage() {
  return (
    <PresenceProvider client={presence}>
      <PresenceRoom id="doc:42">
        <Draft />
      </PresenceRoom>
    </PresenceProvider>
  )
}
// #endregion
