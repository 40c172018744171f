import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
export default defineConfig({
  resolve: {
    alias: [{ find: /^data-text:.*$/, replacement: fileURLToPath(new URL('./stub-css.ts', import.meta.url)) }],
    dedupe: ['react', 'react-dom'],
  },
  test: { environment: 'happy-dom', css: { modules: { classNameStrategy: 'non-scoped' } } },
})
