import { parseArgs } from 'node:util'
import { prepare } from 'server/operator/prepare'
import { ensureChromium } from '../support/chromium.ts'

/** `pnpm screenshots`: the real thing, photographed into ./screenshots. With `--readme` the picture in README is renewed. */
const { values } = parseArgs({ options: { readme: { type: 'boolean', default: false } } })
ensureChromium()
prepare()
// Only now: it needs the database client that has just been generated.
const { shootSeries } = await import('./series.ts')
await shootSeries(values.readme)
