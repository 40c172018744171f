import { ensureChromium } from './chromium.ts'

/** Run before the browser tests: a machine without a Chromium gets one, or one line that says what to install. */
try {
  console.error(`Toile: browser tests use ${ensureChromium()}`)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
