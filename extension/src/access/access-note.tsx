import type { ErrorDetails } from 'shared'
import { Button } from '../ui/button'
import { errorSentence } from '../ui/error-sentence'
import { t } from '../ui/i18n'
import { Note } from '../ui/note'

/**
 * Why nothing new is made or bought here, who has access, and how to get it: by a plan where one brings it, else from whoever
 * runs the server, who knows the account by its id.
 */
export function AccessNote({
  why,
  accountId,
  onAgain,
  onPlans = null,
  id,
}: {
  why: ErrorDetails
  /** Null where it is not known. */
  accountId: string | null
  /** Looks whether there is access by now. */
  onAgain: () => void
  /** Shows the plans that bring access; null where they are shown already. */
  onPlans?: (() => void) | null
  id?: string
}) {
  const { what, next } = errorSentence('NOT_ENTITLED', why)
  return (
    <Note look="reserve" title={what} text={next} {...(id === undefined ? {} : { id })}>
      {accountId !== null && <p className="caption account-id">{t('account_id', { id: accountId })}</p>}
      <div className="note-actions">
        {onPlans !== null && (why.plans?.length ?? 0) > 0 && (
          <Button size="small" onClick={onPlans}>
            {t('access_plans')}
          </Button>
        )}
        <Button size="small" onClick={onAgain}>
          {t('access_again')}
        </Button>
      </div>
    </Note>
  )
}
