import type { Decorator } from '@storybook/react-vite'
import { type ReactElement, useMemo } from 'react'
import { type EmulatedMedia, emulateMedia } from './emulateMedia.ts'
import { readSurroundings, SurroundingsContext } from './surroundings.ts'
import './page.css'

interface Look {
  readonly scheme: 'light' | 'dark'
  readonly media?: EmulatedMedia
}

const LOOKS: Readonly<Record<string, Look>> = {
  light: { scheme: 'light' },
  dark: { scheme: 'dark' },
  forced: { scheme: 'dark', media: 'forced-colors: active' },
  contrast: { scheme: 'light', media: 'prefers-contrast: more' },
}
const LIGHT: Look = { scheme: 'light' }

function Emulation({ media }: { readonly media: EmulatedMedia }): ReactElement {
  const css = useMemo(() => emulateMedia(media, `.page[data-emulate='${media}']`), [media])
  return <style>{css}</style>
}

/** The ground a story stands on: theme, direction and density as an app would set them, on an element of its own. */
export const withPage: Decorator = (Story, { globals, viewMode }) => {
  const surroundings = readSurroundings(globals)
  const { scheme, media } = LOOKS[String(globals['theme'])] ?? LIGHT
  return (
    <div
      className="page"
      data-theme={scheme}
      data-emulate={media}
      data-motion={surroundings.motion}
      data-density={String(globals['density'])}
      data-view={viewMode}
      dir={surroundings.direction}
      lang={surroundings.locale}
    >
      {media !== undefined && <Emulation media={media} />}
      <SurroundingsContext value={surroundings}>
        <Story />
      </SurroundingsContext>
    </div>
  )
}
