import { type Operation, type PriceList, usualCreditsPerImage } from 'shared'
import { local } from '../storage'
import { useStored } from '../ui/use-stored'
import { sizes } from './wish'

/** Tells of an operation whether it costs nothing at this server, by the price list that it told last. */
export function useFree(): (operation: Operation) => boolean {
  const prices = useStored(local.prices) ?? null
  return (operation) => isFree(operation, prices)
}

/** Adjusting is free unless whoever runs the server has put a price on it. */
function isFree(operation: Operation, prices: PriceList | null): boolean {
  const [size = 1024] = sizes
  const credits = prices === null ? null : usualCreditsPerImage(prices, { operation, size })
  return credits === null ? operation === 'recolour' || operation === 'repeat' : credits === 0
}
