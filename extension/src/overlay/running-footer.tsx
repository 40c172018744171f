import type { Generation, PayingLot } from 'shared'
import { useAnnounce } from '../ui/announce'
import { Button } from '../ui/button'
import { CreditLine } from '../ui/cost-line'
import { facts, t, tn } from '../ui/i18n'
import { lotShares } from '../ui/lot-words'
import { progressOf } from './batch'
import type { Overlay } from './use-overlay'

/** How far it is, what it has cost, and the way to stop it. `open` is what is still being made. */
export function RunningFooter({
  overlay,
  open,
  from,
  stopping,
}: {
  overlay: Overlay
  open: Generation[]
  from: PayingLot[]
  stopping: boolean
}) {
  const { delivered, count, used, held } = progressOf(open)
  const free = open.every(({ creditsEach }) => creditsEach === 0)
  const cost = free ? t('cost_free_none_used') : tn('running_cost', used, { open: held })
  const arrived = tn('running_delivered', count, { delivered })
  const shares = lotShares(from)
  useAnnounce(facts(arrived, cost), 'progress')
  return (
    <footer className="overlay-footer">
      <CreditLine kinds={from.map(({ kind }) => kind)} strong={arrived} rest={shares === null ? [cost] : [cost, shares]} />
      <Button size="large" wide icon="stop" blocked={stopping} onClick={() => overlay.stop(open)}>
        {stopping ? t('stopping') : t('stop_rest')}
      </Button>
      <p className="caption centred">{t('hint_not_delivered')}</p>
    </footer>
  )
}
