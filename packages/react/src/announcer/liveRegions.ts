/**
 * The two elements a screen reader listens to. They stand at the end of the document, empty, before anything is said:
 * a region that comes together with its text is not heard (nvda#14591).
 */
import type { Announcement, Politeness } from './announcement.ts'
import type { AnnouncerTime } from './createAnnouncer.ts'

/** Long enough to be read out; then it goes, or it would be found again by reading on. */
const STAYS_MS = 7_000

const HIDDEN: Readonly<Record<string, string>> = {
  position: 'absolute',
  'inline-size': '1px',
  'block-size': '1px',
  margin: '-1px',
  overflow: 'hidden',
  'clip-path': 'inset(50%)',
  'white-space': 'nowrap',
}

export interface LiveRegions {
  add(announcement: Announcement): void
  /** Takes both away. */
  remove(): void
}

/** Appends them to `parent`. Styled by script, so that neither a stylesheet nor a lenient content policy is needed. */
export function openLiveRegions(parent: HTMLElement, time: AnnouncerTime): LiveRegions {
  const document = parent.ownerDocument
  const open = (politeness: Politeness): HTMLElement => {
    const region = document.createElement('div')
    region.setAttribute('role', politeness === 'polite' ? 'status' : 'alert')
    region.setAttribute('aria-live', politeness)
    region.setAttribute('aria-relevant', 'additions')
    region.dataset['slot'] = 'presence-announcer'
    for (const [property, value] of Object.entries(HIDDEN)) region.style.setProperty(property, value)
    return parent.appendChild(region)
  }
  const regions = { polite: open('polite'), assertive: open('assertive') }
  const cancels = new Set<() => void>()

  return {
    add: ({ text, politeness }) => {
      // An element each: the same words said twice are two additions, and the second is heard as well.
      const message = document.createElement('div')
      message.textContent = text
      regions[politeness].append(message)
      const cancel = time.setTimer(STAYS_MS, () => {
        cancels.delete(cancel)
        message.remove()
      })
      cancels.add(cancel)
    },
    remove: () => {
      for (const cancel of cancels) cancel()
      for (const region of Object.values(regions)) region.remove()
    },
  }
}
