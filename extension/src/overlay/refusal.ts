import type { Quote, WireError } from 'shared'
import { type Offer, type QuoteState, quoted, type Yes, yesTo } from './offer'

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

/** How many of these images can be made without passing a limit of the designer's own: their reserve, or a project's budget. */
export function fitting({ credits, creditsEach, refusal, passes }: Offer): number {
  const limits = refusal === null || passes.includes(refusal) ? passes : [refusal]
  const fits = limits.map((limit) => credits - beyond(limit, credits))
  return creditsEach === 0 ? 0 : Math.floor(Math.min(credits, ...fits) / creditsEach)
}

/** By how many of these credits a price passes a limit. */
export function beyond({ code, details }: WireError, credits: number): number {
  if (code === 'RESERVE_REACHED') return details.fromReserve ?? credits
  return code === 'BUDGET_REACHED' ? credits - Math.min(credits, details.budgetLeft ?? 0) : 0
}

/** What stands against a price and was not agreed to; null where nothing does. */
export function unagreed(offer: Offer, yes: Yes): WireError | null {
  if (offer.passes.length === 0) return refusalOf(offer)
  return offer.passes.find(({ code }) => !isAgreed(code, yes)) ?? null
}

function isAgreed(code: WireError['code'], yes: Yes): boolean {
  const needed = yesTo(code)
  return needed !== null && yes[needed]
}

/** Credits to buy until a debt is paid and the price as well: only bought credits pay a debt, any pay for images. */
export function neededBeside(debt: number, { credits, balance }: Quote): number {
  return debt + Math.max(0, credits - balance.credits)
}
