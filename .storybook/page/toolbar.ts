import type { Preview } from '@storybook/react-vite'

/** What the toolbar can turn: how a page looks, reads and which clock its reader lives by. */
export const toolbar: NonNullable<Preview['globalTypes']> = {
  theme: {
    description: 'Theme',
    toolbar: {
      title: 'Theme',
      icon: 'circlehollow',
      dynamicTitle: true,
      items: [
        { value: 'light', title: 'Light', icon: 'sun' },
        { value: 'dark', title: 'Dark', icon: 'moon' },
      ],
    },
  },
  direction: {
    description: 'Direction of writing',
    toolbar: {
      title: 'Direction',
      icon: 'transfer',
      dynamicTitle: true,
      items: [
        { value: 'ltr', title: 'Left to right' },
        { value: 'rtl', title: 'Right to left' },
      ],
    },
  },
  locale: {
    description: 'Language of times and lists',
    toolbar: {
      title: 'Locale',
      icon: 'globe',
      dynamicTitle: true,
      items: ['en-GB', 'en-US', 'de', 'fr', 'es', 'pt-BR', 'pl', 'ja', 'zh-CN', 'ar', 'he'],
    },
  },
  timeZone: {
    description: 'Time zone of the reader',
    toolbar: {
      title: 'Time zone',
      icon: 'time',
      dynamicTitle: true,
      items: ['UTC', 'America/New_York', 'Europe/Berlin', 'Asia/Kolkata', 'Pacific/Apia'],
    },
  },
  motion: {
    description: 'How much may move',
    toolbar: { title: 'Motion', icon: 'play', dynamicTitle: true, items: ['full', 'calm', 'off'] },
  },
  network: {
    description: 'Network of Ada’s screen in the simulations',
    toolbar: {
      title: 'Network',
      icon: 'transfer',
      dynamicTitle: true,
      items: ['good', 'slow', 'flaky', 'offline', 'server down'],
    },
  },
  people: {
    description: 'How many more people are in the simulations',
    toolbar: { title: 'People', icon: 'users', dynamicTitle: true, items: ['0', '1', '5', '60', '1000'] },
  },
}

export const initialToolbar = {
  theme: 'light',
  direction: 'ltr',
  locale: 'en-GB',
  timeZone: 'Europe/Berlin',
  motion: 'full',
  network: 'good',
  people: '0',
}
