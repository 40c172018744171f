import type { ErrorCode, Receipt } from 'shared'
import { errorSentence } from '../ui/error-sentence'
import { facts, listed, number, t, tn } from '../ui/i18n'

/** Why images cost nothing, one line a reason, with the places of those it holds for; then what became of late credits. */
export function whyReturned({ items, inGrace, lapsed }: Receipt): string[] {
  const uncharged = items.filter(({ settledAt, returned }) => settledAt !== null && returned > 0)
  const byReason = Map.groupBy(uncharged, ({ reason }) => reason)
  const lines = [...byReason].map(([reason, of]) => {
    const places = listed(of.map(({ index }) => number(index + 1)))
    return facts(tn('receipt_places', of.length, { places }), inOneLine(reason))
  })
  if (inGrace > 0) lines.push(tn('receipt_grace', inGrace))
  if (lapsed > 0) lines.push(tn('receipt_lapsed', lapsed))
  return lines
}

function inOneLine(reason: ErrorCode | null): string {
  if (reason === 'CANCELLED') return t('receipt_why_stopped')
  if (reason === 'NEAR_DUPLICATE') return t('receipt_why_duplicate')
  return reason === null ? t('tile_failed') : errorSentence(reason).what
}
