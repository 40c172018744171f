import { randomUUID } from 'node:crypto'
import type { Wallet } from 'server/wallet/wallet'
import type { Caller } from '../support/caller.ts'
import type { FakeStripe } from '../support/fake-stripe/fake-stripe.ts'
import type { Person } from './payment-lives.ts'

/** A guest of the real server who pays at the fake Stripe. */
export interface PayingPerson extends Person {
  accountId: string
  /** Who they are at Stripe, once they have ordered something. */
  customer(): string | null
}

interface Around {
  accountId: string
  client: Caller
  stripe: FakeStripe
  /** A second writer on the server's own ledger: what images cost is settled there, without making any. */
  wallet: Wallet
}

export function createPerson({ accountId, client, stripe, wallet }: Around): PayingPerson {
  const { hand, books } = stripe
  let known: string | null = null
  let page = ''
  let begun = ''
  const customer = () => {
    known ??= [...books.customers.values()].find(({ metadata }) => Object.values(metadata).includes(accountId))?.id ?? null
    return known
  }
  const mine = (): string => {
    const id = customer()
    if (id === null) throw new Error('Nobody at Stripe has that account')
    return id
  }
  const lastPayment = (): string => {
    const charge = [...books.charges.values()].findLast((one) => one.customer === mine() && one.paid)
    if (charge === undefined) throw new Error('Nothing was paid')
    return charge.payment_intent
  }
  const hold = async (credits: number) => {
    begun = randomUUID()
    const asked = { memberId: accountId, purpose: 'generate', reference: begun, payload: begun }
    await wallet.hold({ accountId, key: `hold:${begun}`, holdId: begun, credits, ...asked })
  }
  const settle = async ({ arrived, failed }: { arrived: number; failed: number }) => {
    const of = { accountId, holdId: begun }
    if (arrived > 0) await wallet.capture({ ...of, key: `capture:${begun}`, credits: arrived })
    if (failed > 0) await wallet.release({ ...of, key: `release:${begun}`, credits: failed, because: 'failed' })
  }

  return {
    accountId,
    customer,
    orders: async (thing) => {
      page = await order(client, thing)
    },
    pays: () => hand.pay(page),
    agrees: () => hand.payLate(page),
    moneyComes: () => hand.settle(page, 'arrives'),
    moneyStaysAway: () => hand.settle(page, 'fails'),
    isRefunded: (amount) => hand.refund(lastPayment(), amount),
    refundFails: () => hand.failRefund(lastPayment()),
    disputes: () => hand.dispute(lastPayment()),
    wins: () => hand.settleDispute(lastPayment(), 'won'),
    loses: () => hand.settleDispute(lastPayment(), 'lost'),
    changesTo: async (planId) => {
      await client.plans.change.mutate({ intentId: randomUUID(), planId, maxCharge: 100_000 })
    },
    cancels: async () => void (await client.plans.cancel.mutate()),
    resumes: async () => void (await client.plans.resume.mutate()),
    setsCap: async (cap) => void (await client.metered.setCap.mutate({ intentId: randomUUID(), cap })),
    hasMoney: (enough) => hand.refuseCharges(mine(), !enough),
    paysWhatIsOwed: async () => {
      const open = [...books.invoices.values()].filter((one) => one.customer === mine() && one.status === 'open')
      for (const { hosted_invoice_url } of open) if (hosted_invoice_url !== null) await hand.pay(hosted_invoice_url)
    },
    spends: async (credits) => {
      await hold(credits)
      await settle({ arrived: credits, failed: 0 })
    },
    holds: hold,
    settles: settle,
  }
}

/** Where the order is paid for. */
async function order(client: Caller, thing: Parameters<Person['orders']>[0]): Promise<string> {
  const intentId = randomUUID()
  if ('pack' in thing) return (await client.packs.checkout.mutate({ intentId, packId: thing.pack })).url
  if ('plan' in thing) return (await client.plans.subscribe.mutate({ intentId, planId: thing.plan })).url
  const { url } = await client.metered.enable.mutate({ intentId, cap: thing.cap })
  if (url === null) throw new Error('There is nowhere to agree to pay')
  return url
}
