import { ask } from '../messages'
import { local } from '../storage'
import { Button } from '../ui/button'
import { FailureNote } from '../ui/failure-note'
import { t } from '../ui/i18n'
import { useAttempt } from '../ui/use-attempt'
import { useStored } from '../ui/use-stored'
import { Row } from './section'

/** Sites on which the designer hid the pill; the pill itself cannot offer to come back. */
export function HiddenPills() {
  const places = useStored(local.pillPlaces) ?? {}
  const hosts = Object.keys(places).filter((host) => places[host]?.hidden)
  return hosts.map((host) => <HiddenPill key={host} host={host} />)
}

function HiddenPill({ host }: { host: string }) {
  const { failed, attempt } = useAttempt()
  // The worker writes it, and tells the pills of open tabs.
  const showAgain = () => attempt(() => ask('ui-bg-pill-show', { host }))
  return (
    <Row>
      <div className="grow">
        <span>{host}</span>
        <p className="quiet">{t('options_pill_hidden')}</p>
        {failed !== null && <FailureNote code={failed} />}
      </div>
      <Button aria-label={t('options_pill_show_named', { site: host })} onClick={showAgain}>
        {t('options_pill_show')}
      </Button>
    </Row>
  )
}
