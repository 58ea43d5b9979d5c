import { rollcall } from '@rollcall/server/vite'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

/** Says where to look first, where Vite names its addresses. */
function presenceAddress(): Plugin {
  return {
    name: 'rollcall-demo:presence-address',
    configureServer(server) {
      const printUrls = server.printUrls.bind(server)
      server.printUrls = () => {
        printUrls()
        const [local] = server.resolvedUrls?.local ?? []
        if (local === undefined) return
        server.config.logger.info(`\n  Rollcall is at  ${new URL('/presence', local).href}\n`)
      }
    },
  }
}

export default defineConfig({
  plugins: [react(), rollcall(), presenceAddress()],
  // The packages are read from source. Setting conditions replaces Vite's own, so they are repeated.
  resolve: { conditions: ['@rollcall/source', 'module', 'browser', 'development|production'] },
  // light-dark() as it stands: the theme may follow the system, which its lowered form learns of too late.
  build: { cssTarget: ['chrome123', 'firefox120', 'safari17.5'] },
  server: { port: 5173, strictPort: true },
})
