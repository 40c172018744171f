import type { Engine } from 'server/engines/engine'
import { createPrintEngine } from 'server/engines/print/print-engine'

/**
 * The real print engine for all apps of a test file: its threads take longer to start than to draw. No app that closes ends
 * them, and they keep no process alive.
 */
export function sharedPrintEngine({ threads }: { threads: number }): Engine {
  return { ...createPrintEngine({ threads }), close: async () => {} }
}
