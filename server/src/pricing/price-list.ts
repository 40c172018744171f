import { createHash } from 'node:crypto'
import { type PriceTable, priceTable } from 'shared'

/** The default prices: adjusting by the print engine is free, so that nobody makes an image again for it. */
export const defaultPrices: PriceTable = priceTable.parse({
  version: 1,
  prices: [
    { operation: 'recolour', engine: 'print', credits: 0 },
    { operation: 'repeat', engine: 'print', credits: 0 },
    { operation: 'upscale', credits: 1 },
    { operation: 'cutout', credits: 1 },
    { operation: 'effect', credits: 1 },
    { upTo: 1024, credits: 1 },
    { upTo: 2048, credits: 2 },
    { credits: 4 },
  ],
})

/** The default prices behind rows of the operator's own. The version comes from the rows, so that it never means two tables. */
export function pricesWith(own: PriceTable['prices']): PriceTable {
  if (own.length === 0) return defaultPrices
  const prices = priceTable.shape.prices.parse([...own, ...defaultPrices.prices])
  return { version: versionOf(prices), prices }
}

/** From 2 to 2³¹ − 1; versions below are numbered by hand. */
function versionOf(prices: PriceTable['prices']): number {
  const canonical = prices.map(({ operation, engine, upTo, credits }) => [
    operation ?? null,
    engine ?? null,
    upTo ?? null,
    credits,
  ])
  const hash = createHash('sha256').update(JSON.stringify(canonical)).digest().readUInt32BE(0)
  return 2 + (hash % (2 ** 31 - 2))
}
