import type { FailureCode } from '../failures'
import { Button } from './button'
import { FailureNote } from './failure-note'
import { t } from './i18n'
import { TryAgain } from './try-again'

type Pages = { nextCursor: unknown } & ({ at: 'asking' | 'known' } | { at: 'failed'; code: FailureCode })

/**
 * What stands below a list that comes page by page: why the next page did not come, or the way to it.
 * @param none what is said where there is nothing in it; null where there is something
 */
export function ListEnd({ state, none, more }: { state: Pages; none: string | null; more: () => void }) {
  if (state.at === 'failed') return <FailureNote code={state.code} actions={<TryAgain onClick={more} />} />
  return (
    <>
      {state.at === 'known' && none !== null && <p className="caption">{none}</p>}
      {state.nextCursor !== null && (
        <Button wide blocked={state.at === 'asking'} onClick={more}>
          {t('show_more')}
        </Button>
      )}
    </>
  )
}
