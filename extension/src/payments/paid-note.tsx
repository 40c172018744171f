import type { PaymentNews } from 'shared'
import { Note } from '../ui/note'
import { paidWords } from './paid-words'

/** A payment went through: what it has brought. */
export function PaidNote({ payment }: { payment: PaymentNews }) {
  return <Note look="ok" {...paidWords(payment, new Date())} />
}
