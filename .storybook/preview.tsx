import type { Preview } from '@storybook/react-vite'
import '@rollcall/react/styles.css'
import { initialToolbar, toolbar } from './page/toolbar.ts'
import { withPage } from './page/withPage.tsx'

const preview: Preview = {
  globalTypes: toolbar,
  initialGlobals: initialToolbar,
  tags: ['autodocs'],
  decorators: [withPage],
  parameters: {
    a11y: { test: 'error' },
    layout: 'fullscreen',
    backgrounds: { disable: true },
    controls: { expanded: true, sort: 'requiredFirst' },
    options: {
      storySort: { order: ['Start', 'Foundations', 'Components', 'Hooks', 'Patterns', 'Live', 'Simulations'] },
    },
  },
}

export default preview
