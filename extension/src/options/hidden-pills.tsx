import { local } from '../storage'
import { Button } from '../ui/button'
import { t } from '../ui/i18n'
import { useStored } from '../ui/use-stored'
import { Row } from './section'

function showAgain(host: string): Promise<unknown> {
  return local.pillPlaces.update((places) => {
    const place = places[host]
    return place === undefined ? places : { ...places, [host]: { ...place, hidden: false } }
  })
}

/** Sites on which the designer hid the pill; the pill itself cannot offer to come back. */
export function HiddenPills() {
  const places = useStored(local.pillPlaces) ?? {}
  const hosts = Object.keys(places).filter((host) => places[host]?.hidden)
  return hosts.map((host) => (
    <Row key={host}>
      <div className="grow">
        <span>{host}</span>
        <p className="quiet">{t('options_pill_hidden')}</p>
      </div>
      <Button aria-label={t('options_pill_show_named', { site: host })} onClick={() => void showAgain(host)}>
        {t('options_pill_show')}
      </Button>
    </Row>
  ))
}
