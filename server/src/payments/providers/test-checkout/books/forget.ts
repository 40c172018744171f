import type { Db } from '../../../../platform/db.ts'

/** Every row of a customer goes: no money ever moved, so that there is nothing to keep books of. */
export async function forgetCustomer(db: Db, customerId: string): Promise<void> {
  await db.write.$transaction(async (tx) => {
    // Whoever changes something of the customer waits here, and then finds nobody.
    await tx.testCustomer.deleteMany({ where: { id: customerId } })
    const own = { where: { customerId }, select: { id: true } }
    const idsOf = (rows: { id: string }[]) => rows.map(({ id }) => id)
    const checkouts = idsOf(await tx.testCheckout.findMany(own))
    const subscriptions = idsOf(await tx.testSubscription.findMany(own))
    const payments = idsOf(await tx.testPayment.findMany(own))
    await tx.testEvent.deleteMany({ where: { subject: { in: [...checkouts, ...subscriptions, ...payments] } } })
    await tx.testUse.deleteMany({ where: { subscriptionId: { in: subscriptions } } })
    await tx.testRefund.deleteMany({ where: { paymentId: { in: payments } } })
    await tx.testDispute.deleteMany({ where: { paymentId: { in: payments } } })
    await tx.testPayment.deleteMany({ where: { customerId } })
    await tx.testSubscription.deleteMany({ where: { customerId } })
    await tx.testCheckout.deleteMany({ where: { customerId } })
  })
}
