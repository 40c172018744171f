import { ToileError } from '../../platform/errors.ts'
import type { Offers } from './offers.ts'

export interface WaysOnDeps {
  offers: Pick<Offers, 'covering'>
  /** When a plan brings the account credits next; null where none does. */
  renewal: (accountId: string) => Promise<Date | null>
}

/** A refusal for want of credits with what would help: the packs that cover it, and when a plan brings more. Others as they are. */
export async function withWaysOn(
  { offers, renewal }: WaysOnDeps,
  accountId: string,
  { error, credits }: { error: ToileError; credits: number },
): Promise<ToileError> {
  const missing = missingCredits(error, credits)
  if (missing === null) return error
  const comes = error.code === 'INSUFFICIENT_CREDITS' ? await renewal(accountId) : null
  const coming = comes === null ? {} : { renewal: comes.toISOString() }
  return new ToileError(error.code, { ...error.details, offers: offers.covering(missing), ...coming })
}

/**
 * How many more credits would let a request pass without a yes, or null where buying does not help: a project's budget is
 * the designer's own limit, raised or passed where they stand.
 */
export function missingCredits({ code, details }: ToileError, credits: number): number | null {
  if (code === 'INSUFFICIENT_CREDITS') return details.shortfall ?? credits
  if (code === 'RESERVE_REACHED') return details.fromReserve ?? credits
  if (code === 'IN_DEBT') return (details.debt ?? 0) + credits
  return null
}
