/** What cannot be made read-only keeps what it has: looked at before it could change, put back if it did. */

/** Remembers what the field is set to; the result sets it so again. */
export function keepValue(field: Element): () => void {
  const { HTMLSelectElement, HTMLInputElement } = field.ownerDocument.defaultView ?? {}
  if (HTMLSelectElement !== undefined && field instanceof HTMLSelectElement) {
    const chosen = Array.from(field.options, ({ selected }) => selected)
    return () => {
      for (const [index, option] of Array.from(field.options).entries()) option.selected = chosen[index] ?? false
    }
  }
  if (HTMLInputElement !== undefined && field instanceof HTMLInputElement && field.type !== 'file') {
    const { value, checked } = field
    return () => {
      field.value = value
      field.checked = checked
    }
  }
  return () => {}
}
