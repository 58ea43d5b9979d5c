/** Bytes of `text` in UTF-8, without building them. */
export function utf8Length(text: string): number {
  let bytes = text.length
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index)
    if (unit < 0x80) continue
    // A surrogate pair is two units and four bytes; a lone one is written as U+FFFD, three bytes.
    if (unit >= 0xd800 && unit <= 0xdbff && (text.charCodeAt(index + 1) & 0xfc00) === 0xdc00) {
      bytes += 2
      index += 1
    } else bytes += unit < 0x800 ? 1 : 2
  }
  return bytes
}

/** Whether `text` is longer than `limit` bytes; counts only where the number of characters leaves it open. */
export function exceedsBytes(text: string, limit: number): boolean {
  if (text.length > limit) return true
  return text.length * 3 > limit && utf8Length(text) > limit
}
