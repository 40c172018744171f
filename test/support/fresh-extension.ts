import { expect, vi } from 'vitest'

/**
 * Vitest's setup of each file: the extension's modules keep things (the language, what a page asked for) and its tests replace some
 * of them, so each of its files loads them anew. The server's keep nothing: all that it has is made by `buildApp`.
 */
if (expect.getState().testPath?.includes('/extension/')) {
  vi.resetModules()
  vi.unstubAllGlobals()
  vi.useRealTimers()
}
