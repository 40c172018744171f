import type { PaymentNews } from 'shared'
import { Note } from '../ui/note'
import { agreedWords, declinedWords } from './money-words'

/** What became of a checkout that was left for a while: the money is on its way, or none was taken. */
export function CheckoutNote({ news }: { news: PaymentNews }) {
  if (news.state === 'pending') return <Note {...agreedWords(news)} />
  return news.state === 'declined' ? <Note {...declinedWords()} /> : null
}
