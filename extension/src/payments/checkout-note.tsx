import type { PaymentNews } from 'shared'
import { Note } from '../ui/note'
import { unpaidWords } from './money-words'

/** What became of a checkout that was left for a while: the money is on its way, or none was taken. */
export function CheckoutNote({ news }: { news: PaymentNews }) {
  const words = unpaidWords(news)
  return words === null ? null : <Note {...words} />
}
