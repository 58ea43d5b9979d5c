/** Tells when a layer may lie elsewhere on the screen than before, or its content within it. */
export function watchLayout(layer: HTMLElement, changed: () => void): () => void {
  const root = layer.parentElement ?? layer
  // Scrolling does not bubble; on its way down it is heard whoever scrolls.
  const scrolled = ({ target }: Event): void => {
    if (target instanceof Node && (target.contains(root) || root.contains(target))) changed()
  }
  // Absent in jsdom.
  const sizes = typeof ResizeObserver === 'undefined' ? undefined : new ResizeObserver(changed)
  sizes?.observe(layer)
  document.addEventListener('scroll', scrolled, { capture: true, passive: true })
  window.addEventListener('resize', changed)
  return () => {
    sizes?.disconnect()
    document.removeEventListener('scroll', scrolled, { capture: true })
    window.removeEventListener('resize', changed)
  }
}
