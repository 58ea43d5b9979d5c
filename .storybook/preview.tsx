import type { Preview } from '@storybook/react-vite'
import '@rollcall/react/styles.css'
import { initialToolbar, toolbar } from './page/toolbar.ts'
import { withPage } from './page/withPage.tsx'

const preview: Preview = {
  globalTypes: toolbar,
  initialGlobals: initialToolbar,
  // Nothing is released yet: names may change, so nothing is `stable` before that.
  tags: ['autodocs', 'beta'],
  decorators: [withPage],
  parameters: {
    a11y: { test: 'error' },
    layout: 'fullscreen',
    backgrounds: { disable: true },
    controls: { expanded: true, sort: 'requiredFirst' },
    options: {
      storySort: {
        // Storybook reads this list without running the file, so it stands here as it is.
        order: [
          'Start',
          ['Welcome', 'Quick start', 'Which component do I need?', 'Changelog', 'Browser support'],
          'Foundations',
          ['Principles', 'Status language', 'Tokens', 'Person colours', 'Typography & time formats'],
          'Components',
          'Hooks',
          'Patterns',
          'Live',
          'Simulations',
          'Recipes',
          'Internal',
        ],
      },
    },
  },
}

export default preview
