import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { LongestFirst } from './support/longest-first.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
// Servers, commands and threads that tests start compile the same sources: once is enough.
process.env.NODE_COMPILE_CACHE ??= `${root}node_modules/.cache/compiled`

const alias = [{ find: /^~(?!\/)(.*)$/, replacement: `${root}extension/src/$1` }]

/**
 * What needs a process of its own: the extension's modules keep things (the language, what a page asked for), and what guards
 * pictures forbids the whole process to draw others.
 */
const ownProcess = ['extension/src/**/*.test.{ts,tsx}', 'server/src/{engines,images}/**/*.test.ts']

/** Unit tests stand beside their code; what spans features stands here, a folder a kind. */
export default defineConfig({
  root,
  resolve: { alias, dedupe: ['react', 'react-dom'] },
  test: {
    // All cores: the default leaves one free, which on a machine of two is half of it.
    maxWorkers: '100%',
    sequence: { sequencer: LongestFirst },
    // For what hangs: nothing counts on being quick, and the machine may be busy. Hooks make databases, and start servers and browsers.
    testTimeout: 120_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 60_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{server,shared}/src/**/*.test.ts', 'test/{properties,contracts}/**/*.test.ts'],
          exclude: ownProcess,
          environment: 'node',
          // A worker serves one file after another: to load the server and to warm it up is half of what a file of its tests costs.
          // Its modules keep nothing: all that it has is made by `buildApp`.
          isolate: false,
          globalSetup: ['test/support/postgres-on-demand.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'unit alone',
          include: ownProcess,
          environment: 'node',
          globalSetup: ['test/support/postgres-on-demand.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: ['test/{journeys,faults}/**/*.test.ts'],
          environment: 'node',
          globalSetup: ['test/support/before-journeys.ts', 'test/support/postgres-on-demand.ts'],
          // Each journey has its own server and browser, and waits most of its time: two cores bear two at a time.
          maxWorkers: 2,
        },
      },
    ],
  },
})
