import type { Decorator } from '@storybook/react-vite'
import './page.css'

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** The ground a story stands on: theme and direction as an app would set them, on an element of its own. */
export const withPage: Decorator = (Story, { globals, viewMode }) => (
  <div
    className="page"
    data-theme={text(globals['theme'])}
    data-motion={text(globals['motion'])}
    data-view={text(viewMode)}
    dir={text(globals['direction'])}
    lang={text(globals['locale'])}
  >
    <Story />
  </div>
)
