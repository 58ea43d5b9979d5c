/**
 * The tests that mutants are tried against: those of the pure core, in Node. Simulations of whole clients over bad
 * networks are left out: each takes longer than all the others together, and they are about the parts together.
 */
import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: { conditions: ['@rollcall/source', 'module', 'node', 'development|production'] },
  ssr: { resolve: { conditions: ['@rollcall/source'] } },
  test: {
    name: 'mutation',
    environment: 'node',
    include: [
      'packages/protocol/src/*.test.ts',
      'packages/core/src/{presence,typing,client,member,store}/**/*.test.ts',
    ],
    exclude: [
      '**/node_modules/**',
      '**/*.browser.test.ts',
      'packages/core/src/client/{rooms,roomsAgree,strangers}.property.test.ts',
    ],
    setupFiles: ['scripts/mutation/shortProperties.ts'],
  },
})
