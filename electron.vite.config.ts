import path from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

// Four builds from one source: the Electron host, the browser host (plain Node), the preload and the screens.
const mainEntries = {
  electron: 'src/main/hosts/electron.ts',
  browser: 'src/main/hosts/browser.ts',
  'import-shop': 'src/main/hosts/import-shop.ts',
  'pin.worker': 'src/main/staff/pin.worker.ts',
  reader: 'src/main/hosts/reader.ts',
}

export default defineConfig({
  main: { build: { sourcemap: true, rolldownOptions: { input: mainEntries } } },
  preload: {
    build: {
      externalizeDeps: false, // a sandboxed preload can require nothing but 'electron'
      rolldownOptions: { input: { index: 'src/preload/index.ts' }, output: { format: 'cjs', entryFileNames: '[name].cjs' } },
    },
  },
  renderer: {
    root: 'src/renderer',
    plugins: [react()],
    html: { cspNonce: 'NONCE-OF-THIS-PAGE' }, // hosts/screens.ts puts a fresh one in its place each time
    build: { assetsInlineLimit: 0, rolldownOptions: { input: path.resolve('src/renderer/index.html') } },
  },
})
