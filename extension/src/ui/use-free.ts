import type { Operation, PriceList } from 'shared'
import { local } from '../storage'
import { isFree } from './free'
import { useStored } from './use-stored'

/** The price list that the server told last; null before it has told one. */
export function usePrices(): PriceList | null {
  return useStored(local.prices) ?? null
}

/** Tells of an operation whether it costs nothing at this server. */
export function useFree(): (operation: Operation) => boolean {
  const prices = usePrices()
  return (operation) => isFree(operation, prices)
}
