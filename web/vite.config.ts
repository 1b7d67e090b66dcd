import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const GATEWAY = 'http://127.0.0.1:8787'

/** Built into web/dist, which the gateway serves; in development the gateway answers what is not a page. */
export default defineConfig({
  plugins: [react()],
  build: { target: 'es2023', outDir: 'dist', emptyOutDir: true, chunkSizeWarningLimit: 1200 },
  server: { proxy: { '/v1': GATEWAY, '/auth': GATEWAY } },
})
