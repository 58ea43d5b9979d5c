import { AvatarView, personHue } from '@rollcall/react'
import type { ReactElement } from 'react'

const HUES = 12
/** The first id of each hue, found as the kit finds a hue: by the id. */
const people: readonly string[] = Array.from({ length: HUES }, (_, hue) => {
  for (let index = 0; ; index += 1) if (personHue(`person-${index}`) === hue) return `person-${index}`
})

function Panel({ theme }: { readonly theme: 'light' | 'dark' }): ReactElement {
  return (
    <section className="panel" data-theme={theme} aria-label={theme}>
      <h2>{theme === 'light' ? 'Light' : 'Dark'}</h2>
      <div className="hues">
        {people.map((userId, hue) => (
          <span key={userId} className="row">
            <AvatarView userId={userId} name={String.fromCodePoint(65 + hue)} size={40} />
            <code>{15 + 30 * hue}°</code>
          </span>
        ))}
      </div>
    </section>
  )
}

/** Twelve hues, from the id of a person, in both themes. */
export function PersonColours(): ReactElement {
  return (
    <div className="column stretch">
      <Panel theme="light" />
      <Panel theme="dark" />
    </div>
  )
}
