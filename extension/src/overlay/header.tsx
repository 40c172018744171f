import type { Balance } from 'shared'
import { ProjectMenu } from '../projects/project-menu'
import type { Projects } from '../projects/use-projects'
import { BalanceChip } from '../ui/balance-chip'
import { IconButton } from '../ui/button'
import { t } from '../ui/i18n'
import { Mark } from '../ui/mark'

/** Whose panel this is, for which project, what can be spent, and the ways out. */
export function OverlayHeader({
  balance,
  projects = null,
  onMinimise,
  onClose,
}: {
  balance: Balance | null
  projects?: Projects | null
  onMinimise?: () => void
  onClose: () => void
}) {
  return (
    <header className="overlay-header">
      <Mark />
      {projects === null ? (
        <h1 className="word grow">{t('extensionName')}</h1>
      ) : (
        <>
          <h1 className="unseen">{t('extensionName')}</h1>
          <ProjectMenu projects={projects} />
          <span className="grow" />
        </>
      )}
      <BalanceChip balance={balance} />
      {onMinimise && <IconButton icon="minus" name={t('minimise')} onClick={onMinimise} />}
      <IconButton icon="close" name={t('close')} onClick={onClose} />
    </header>
  )
}
