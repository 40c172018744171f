import type { Quote, WireError } from 'shared'
import { type QuoteState, quoted } from './use-quote'

/**
 * What stands against a price although it was quoted, or null. Too few credits do not: such a request is sent, so that the
 * server keeps it as a draft.
 */
export function refusalOf({ refusal }: Quote): WireError | null {
  return refusal === null || refusal.code === 'INSUFFICIENT_CREDITS' ? null : refusal
}

/** The same for the price as it is, or was until a moment ago: what is said about it stays while it is asked for again. */
export function standingRefusal(state: QuoteState): WireError | null {
  const quote = quoted(state)
  return quote === null ? null : refusalOf(quote)
}

/** How many of these images can be made without touching the reserve. */
export function fitting({ credits, creditsEach, refusal }: Quote): number {
  const fromReserve = refusal?.code === 'RESERVE_REACHED' ? (refusal.details.fromReserve ?? credits) : 0
  return creditsEach === 0 ? 0 : Math.floor((credits - fromReserve) / creditsEach)
}

/** Credits to buy until a debt is paid and the price as well: only bought credits pay a debt, any pay for images. */
export function neededBeside(debt: number, { credits, balance }: Quote): number {
  return debt + Math.max(0, credits - balance.credits)
}
