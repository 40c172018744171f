import type { Generation, PayingLot } from 'shared'
import { Announce } from '../ui/announce'
import { Button } from '../ui/button'
import { CreditLine } from '../ui/cost-line'
import { facts, number, t, tn } from '../ui/i18n'
import { lotShares } from '../ui/lot-words'
import { progressOf } from './batch'
import type { Overlay } from './use-overlay'

/** How far it is, what it has cost, and the way to stop it. */
export function RunningFooter({
  overlay,
  generation,
  from,
  stopping,
}: {
  overlay: Overlay
  generation: Generation
  from: PayingLot[]
  stopping: boolean
}) {
  const { delivered, count, used, open } = progressOf(generation)
  const free = generation.creditsEach === 0
  const cost = free ? t('cost_free_none_used') : t('running_cost', { used: tn('credits_used', used), open: number(open) })
  const arrived = tn('running_delivered', count, { delivered })
  const shares = lotShares(from)
  return (
    <footer className="overlay-footer">
      <Announce words={facts(arrived, cost)} />
      <CreditLine kinds={from.map(({ kind }) => kind)} strong={arrived} rest={shares === null ? [cost] : [cost, shares]} />
      <Button size="large" wide icon="stop" blocked={stopping} onClick={() => void overlay.stop(generation)}>
        {stopping ? t('stopping') : t('stop_rest')}
      </Button>
      <p className="caption centred">{t('hint_not_delivered')}</p>
    </footer>
  )
}
