const FOCUSABLE = 'input, select, textarea, button, [tabindex], [contenteditable]'

/** Brings the focus into what stands in `around`; does nothing where nothing takes it. */
export function focusField(around: Element | null): void {
  const field = around?.querySelector(FOCUSABLE)
  // HTML and SVG elements have it; the query cannot know which it found.
  const { focus } = (field ?? {}) as Partial<HTMLElement>
  focus?.call(field, { preventScroll: true })
}
