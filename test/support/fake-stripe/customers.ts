import type { Books } from './books.ts'
import { endSubscription } from './invoices.ts'

/** A customer goes, and with it what it has agreed to. What was paid stays. */
export function deleteCustomer(books: Books, id: string): void {
  books.customers.delete(id)
  for (const subscription of books.subscriptions.values()) {
    if (subscription.customer === id && subscription.status !== 'canceled') endSubscription(books, subscription)
  }
}
