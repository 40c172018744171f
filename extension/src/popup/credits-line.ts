import type { HistoryEntry } from 'shared'

/** How credits came or went other than by images. */
export type CreditsKind =
  | 'granted'
  /** Pay-as-you-go may spend so many more: nothing that one owns. */
  | 'allowed'
  /** By the operator's hand. */
  | 'given'
  | 'taken'
  | 'expired'
  /** Of pay-as-you-go, at the cycle's end. */
  | 'unused'
  | 'carried'
  /** Their payment was undone. */
  | 'clawed-back'
  /** Their renewal was never paid. */
  | 'unpaid'
  /** They paid what was owed for a payment undone. */
  | 'repaid'
  /** What was taken back or repaid for a payment that stands again. */
  | 'restored'
  /** A movement that this version does not know. */
  | 'corrected'

const adjustment = 'adjustment'
const unpaid = 'unpaid'

/**
 * What a movement was to the designer; null where another one tells it: credits that move to a lot of their own are told
 * once, by the movement out of the old lot.
 */
export function creditsKind({ from, to, lot, purpose }: HistoryEntry): CreditsKind | null {
  if (from === 'issued') {
    if (lot.source !== 'grant') return null
    if (purpose === adjustment) return 'given'
    return lot.kind === 'metered' ? 'allowed' : 'granted'
  }
  if (to === 'expired') {
    if (purpose === adjustment) return 'taken'
    return lot.kind === 'metered' ? 'unused' : 'expired'
  }
  if (to === 'clawedBack') return purpose === unpaid ? 'unpaid' : 'clawed-back'
  if (to === 'repaid') return 'repaid'
  if (to === 'moved') return from === 'available' ? 'carried' : 'restored'
  return 'corrected'
}

/** What it did to the balance: a cap is none of it, and what is carried over stays. */
export function balanceChange(kind: CreditsKind): '+' | '−' | '' {
  switch (kind) {
    case 'granted':
    case 'given':
    case 'restored':
      return '+'
    case 'allowed':
    case 'unused':
    case 'carried':
    case 'corrected':
      return ''
    case 'taken':
    case 'expired':
    case 'clawed-back':
    case 'unpaid':
    case 'repaid':
      return '−'
  }
}
