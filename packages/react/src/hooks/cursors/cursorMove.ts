/** What is told of pointers, in the words that components use. */
import type { PointerPosition, RoomMoves } from '@rollcall/core'

/** Two finite numbers; what they mean is a matter between those who send and show them. */
export type CursorPosition = PointerPosition

/** Where a session's pointer is now; `null`: gone from the area. */
export type CursorMove = Parameters<Parameters<RoomMoves['subscribe']>[0]>[0]
