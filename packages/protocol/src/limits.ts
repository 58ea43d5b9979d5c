/**
 * Numbers both ends must agree on (PROTOCOL.md, chapters 1, 2 and 6). Options may change
 * most of them; these are the defaults, and the bounds of the wire form.
 */

/** Times in ms. The server announces its own `heartbeatMs`, `timeoutMs` and `windowMs` in `welcome`. */
export const TIMES = {
  /** Silence after which the server pings. */
  heartbeatMs: 15_000,
  /** More silence after a ping, and the socket counts as dead. */
  timeoutMs: 10_000,
  /** How long a session whose socket went without `bye` is held. Must exceed heartbeat + timeout, or a half-open socket would flap. */
  resumeWindowMs: 60_000,
  /** The first frame must come within this. */
  helloDeadlineMs: 5_000,
  /** After `bye unload`; long enough for a reload to come back. */
  unloadGraceMs: 2_000,
  /** Between tabs: a `state` at least this often (±10 %). */
  peerHeartbeatMs: 30_000,
  /** Between tabs: expired after this silence. More than the one timer a minute that hidden tabs get. */
  peerExpiryMs: 90_000,
  /** Between tabs: further roll calls inside this share one trailing answer. */
  rollCallShareMs: 250,
  /** Between tabs: how long after a reconnect members not heard again are kept. */
  peerResidualMs: 5_000,
  /** Over a server: the same, counted from `synced`, where `epoch` changed (everybody is coming back at once). */
  epochResidualMs: 15_000,
  /** Without input for this long a session says `away`. */
  awayAfterMs: 300_000,
  /** Merge window for status, activity and text: leading edge at once, last value at its end. */
  statusMergeMs: 2_000,
  /** Merge window for room data, the same shape. */
  presenceMergeMs: 100,
  /** Merge window for pointer moves. */
  moveMergeMs: 50,
  /** Typing is repeated this often while it goes on … */
  typingRepeatMs: 3_000,
  /** … ends by itself after this without a keystroke … */
  typingIdleMs: 5_000,
  /** … and at the receiver this long after the last `on`, whatever comes. */
  typingExpiryMs: 6_000,
  /** A lost connection is shown after this. */
  lostNoticeMs: 3_000,
  /** Warning before a token ends, and grace after. */
  tokenWarningMs: 30_000,
  tokenGraceMs: 25_000,
  /** At most one `count` a room in this. */
  countMs: 1_000,
} as const

/** Sizes. Bytes are of UTF-8; characters are UTF-16 units unless said otherwise. */
export const LIMITS = {
  clientMessageBytes: 16_384,
  serverMessageBytes: 65_536,
  batchFrames: 256,
  /** Presence (`d`) and metadata (`m`), each, as JSON. */
  userDataBytes: 4_096,
  depth: 8,
  keys: 64,
  arrayItems: 256,
  idLength: 128,
  statusTextLength: 140,
  fieldLength: 128,
  nameCodePoints: 128,
  avatarLength: 512,
  tokenBytes: 8_192,
  followIdsPerFrame: 200,
  followsPerSession: 1_000,
  roomsPerSession: 64,
  /** Malformed frames in a minute that end a connection. */
  badFramesPerMinute: 10,
} as const
