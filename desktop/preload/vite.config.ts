import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** One file in CommonJS, as a sandboxed preload must be; `electron` is what the sandbox gives it and is never resolved. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  build: {
    outDir: fileURLToPath(new URL('../../dist/desktop/preload', import.meta.url)),
    emptyOutDir: true,
    minify: false,
    target: 'es2022',
    lib: { entry: 'index.ts', formats: ['cjs'], fileName: () => 'index.cjs' },
    rolldownOptions: { external: ['electron'] },
  },
});
