import { Button } from './button'
import { t } from './i18n'

/** Asks once more for what did not come. */
export function TryAgain({ onClick }: { onClick: () => void }) {
  return (
    <Button size="small" onClick={onClick}>
      {t('try_again')}
    </Button>
  )
}
