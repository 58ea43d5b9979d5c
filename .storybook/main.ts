import { fileURLToPath } from 'node:url'
import type { StorybookConfig } from '@storybook/react-vite'
import type { Plugin } from 'vite'
import { docgen } from './docgen/docgen.ts'

/** React counts no renders in production but in this build of it, and the pages show how often a hook rendered. */
function countingReact(): Plugin {
  return {
    name: 'rollcall-counting-react',
    apply: 'build',
    enforce: 'pre',
    resolveId: {
      // Storybook has put its folder before the name by then.
      filter: { id: /\breact-dom\/client$/ },
      handler: () => fileURLToPath(import.meta.resolve('react-dom/profiling')),
    },
  }
}

const config: StorybookConfig = {
  framework: '@storybook/react-vite',
  stories: [
    './{start,foundations,recipes}/*.mdx',
    './{foundations,live,hooks,patterns,simulations,recipes,internal}/*.stories.tsx',
    '../packages/*/src/**/*.stories.tsx',
  ],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-vitest'],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true, enableCrashReports: false },
  features: { sidebarOnboardingChecklist: false },
  // Ours instead, see docgen/.
  typescript: { reactDocgen: false },
  // Stories read the packages from source. Setting conditions replaces Vite's own, so they are repeated.
  viteFinal: (vite) => ({
    ...vite,
    plugins: [...(vite.plugins ?? []), docgen(), countingReact()],
    // Found on the way, it would make Vite start over in the middle of the first run.
    optimizeDeps: {
      ...vite.optimizeDeps,
      include: [
        ...(vite.optimizeDeps?.include ?? []),
        '@rollcall/react > @tanstack/react-virtual',
        'react-dom/client',
        'react-dom/server',
      ],
    },
    // light-dark() as it stands: lowered, a theme on a part of the page would not reach the tokens of the root.
    build: { ...vite.build, cssTarget: ['chrome123', 'firefox120', 'safari17.5'] },
    resolve: { ...vite.resolve, conditions: ['@rollcall/source', 'module', 'browser', 'development|production'] },
  }),
}

export default config
