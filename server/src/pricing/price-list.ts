import { type PriceList, priceList } from 'shared'

/** The default prices: adjusting by the print engine is free, so that nobody makes an image again for it. */
export const defaultPrices: PriceList = priceList.parse({
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
