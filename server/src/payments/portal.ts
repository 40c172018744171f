import type { Member } from '../member.ts'
import type { Db } from '../platform/db.ts'
import type { Log } from '../platform/log.ts'
import { asCustomer } from './customers.ts'
import { fromProvider } from './from-provider.ts'
import type { PaymentProvider } from './provider.ts'

/** Opens the provider's own page of a member: cards, invoices. Answers its address; `PAYMENTS_AWAY` where the provider cannot be reached. */
export type Portal = (member: Member) => Promise<string>

export function createPortal(deps: { db: Db; log: Log; provider: PaymentProvider; baseUrl: () => string }): Portal {
  const { provider, baseUrl } = deps
  return (member) => {
    const opened = asCustomer(deps, member, (customer) => provider.portal(customer, `${baseUrl()}/checkout/done`))
    return fromProvider(deps, opened)
  }
}
