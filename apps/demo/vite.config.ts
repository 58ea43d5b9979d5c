import { rollcall } from '@rollcall/server/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  plugins: [react(), rollcall()],
  // The packages are read from source. Setting conditions replaces Vite's own, so they are repeated.
  resolve: { conditions: ['@rollcall/source', 'module', 'browser', 'development|production'] },
  server: { port: 5173, strictPort: true },
})
