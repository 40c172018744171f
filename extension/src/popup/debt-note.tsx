import { Button } from '../ui/button'
import { errorSentence } from '../ui/error-sentence'
import { withStillFree } from '../ui/free'
import { t } from '../ui/i18n'
import { Note } from '../ui/note'
import { usePrices } from '../ui/use-free'

/** What is owed for a payment undone, what is safe, and what pays it. */
export function DebtNote({ debt, onBuy }: { debt: number; onBuy: () => void }) {
  const { what, next } = errorSentence('IN_DEBT', { debt })
  const buy = (
    <Button size="small" onClick={onBuy}>
      {t('buy_credits')}
    </Button>
  )
  return <Note look="warn" title={what} text={withStillFree(next, usePrices())} actions={buy} />
}
