import type { Payment } from 'shared'
import type { ToldPayment } from '../kept'

/** By payment. */
type Told = Record<string, ToldPayment>

/** What became of a payment that the designer should know of without looking for it. `stands`: it was undone, and is not any more. */
export interface Telling {
  payment: Payment
  what: 'failed' | 'refunded' | 'disputed' | 'charged_back' | 'stands'
}

/** A renewal and a statement that could not be charged are told with their plan, and with pay-as-you-go; so is a bill in dispute. */
const chargedOnce: Payment['kind'][] = ['pack', 'upgrade']

function tellingOf({ kind, state }: Payment): Exclude<Telling['what'], 'stands'> | null {
  if (state === 'disputed') return kind === 'metered' ? null : state
  if (state === 'charged_back') return state
  if (state === 'refunded' || state === 'partly_refunded') return 'refunded'
  return state === 'failed' && chargedOnce.includes(kind) ? 'failed' : null
}

/** What was told of these payments, brought to how they stand now; of others nothing is kept. */
export function retold(payments: Payment[], before: Told): Told {
  const entries = payments.flatMap((payment): [string, Told[string]][] => {
    const told = before[payment.id]
    const { state, undone } = payment
    if (tellingOf(payment) === null && (told === undefined || state !== 'paid')) return []
    const same = told?.state === state && told.undone === undone.amount
    return [[payment.id, same ? told : { state, undone: undone.amount, seen: wentThrough(told, payment) }]]
  })
  return Object.fromEntries(entries)
}

/** A charge that failed and went through after all is told by the credits that came. */
function wentThrough(told: Told[string] | undefined, { state }: Payment): boolean {
  return state === 'paid' && told?.state === 'failed'
}

/** What of these payments is still to be told. */
export function tellings(payments: Payment[], told: Told): Telling[] {
  return payments.flatMap((payment): Telling[] => {
    if (told[payment.id]?.seen !== false) return []
    return [{ payment, what: tellingOf(payment) ?? 'stands' }]
  })
}
