import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** The page, built for both shells: relative addresses, nothing inlined that a strict content policy would refuse. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: './',
  build: {
    outDir: fileURLToPath(new URL('../../dist/desktop/page', import.meta.url)),
    emptyOutDir: true,
    minify: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1500,
  },
  worker: { format: 'es' },
});
