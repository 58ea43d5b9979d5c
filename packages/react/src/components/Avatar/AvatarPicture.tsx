'use client'
import { type ReactElement, useState } from 'react'

interface Loading {
  readonly source: string
  readonly state: 'loaded' | 'error'
}

/** A picture over the initials; one that does not come leaves them to be seen. */
export function AvatarPicture({ source }: { readonly source: string }): ReactElement {
  const [loading, setLoading] = useState<Loading>()
  // Of another source nothing is known yet, whatever came of the last.
  const state = loading?.source === source ? loading.state : 'loading'
  return (
    <img
      data-slot="picture"
      data-image={state}
      src={source}
      alt=""
      loading="lazy"
      decoding="async"
      draggable={false}
      onLoad={() => setLoading({ source, state: 'loaded' })}
      onError={() => setLoading({ source, state: 'error' })}
    />
  )
}
