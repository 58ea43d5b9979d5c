/** Moves the pointer of a session within its layer; `null` takes it away. By the element alone, so that React renders nothing. */
export function placeCursor(
  layer: HTMLElement | null,
  sessionId: string,
  position: readonly [x: number, y: number] | null,
): void {
  const cursor = layer?.querySelector<HTMLElement>(`[data-session="${escape(sessionId)}"]`)
  if (cursor === null || cursor === undefined) return
  cursor.toggleAttribute('data-shown', position !== null)
  if (position === null) return
  const [x, y] = position
  // Of the layer's own size, so that a resized window needs no new frame.
  cursor.style.translate = `${clip(x) * 100}cqw ${clip(y) * 100}cqh`
  cursor.toggleAttribute('data-flip', x > FLIP_FROM)
  // A name fades when its pointer rests; each move begins the wait anew.
  for (const animation of cursor.getAnimations?.({ subtree: true }) ?? []) animation.currentTime = 0
}

/** Past this part of the width a name stands on the other side. */
const FLIP_FROM = 0.85

function clip(fraction: number): number {
  return Number.isFinite(fraction) ? Math.min(1, Math.max(0, fraction)) : 0
}

/** An id from outside, within quotation marks of a selector. */
function escape(id: string): string {
  return id.replace(/["\\\n]/g, (character) => `\\${character.codePointAt(0)?.toString(16) ?? ''} `)
}
