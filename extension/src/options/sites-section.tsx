import { useEffect, useState } from 'react'
import { allowedSites, allowSite, forgetSite, type Site, sites } from '../sites'
import { Button } from '../ui/button'
import { t } from '../ui/i18n'
import { HiddenPills } from './hidden-pills'
import { Row, Section } from './section'

/** Ids of the sites that the browser allows now; it follows changes made in the browser's own settings. */
function useAllowedSites(): Set<string> {
  const [allowed, setAllowed] = useState(new Set<string>())
  useEffect(() => {
    const look = () => void allowedSites().then((found) => setAllowed(new Set(found.map(({ id }) => id))))
    look()
    chrome.permissions.onAdded.addListener(look)
    chrome.permissions.onRemoved.addListener(look)
    return () => {
      chrome.permissions.onAdded.removeListener(look)
      chrome.permissions.onRemoved.removeListener(look)
    }
  }, [])
  return allowed
}

/** The design sites on which the pill may appear. */
export function SitesSection() {
  const allowed = useAllowedSites()
  return (
    <Section title={t('options_sites')} text={t('options_sites_text')}>
      {sites.map((site) => (
        <SiteRow key={site.id} site={site} allowed={allowed.has(site.id)} />
      ))}
      <HiddenPills />
    </Section>
  )
}

function SiteRow({ site, allowed }: { site: Site; allowed: boolean }) {
  const name = { site: site.name }
  return (
    <Row>
      <div className="grow">
        <span>{site.name}</span>
        <p className="quiet">{allowed ? t('options_site_on') : t('options_site_off')}</p>
      </div>
      {allowed ? (
        <Button aria-label={t('options_site_remove_named', name)} onClick={() => void forgetSite(site)}>
          {t('options_site_remove')}
        </Button>
      ) : (
        <Button aria-label={t('options_site_allow_named', name)} onClick={() => void allowSite(site)}>
          {t('options_site_allow')}
        </Button>
      )}
    </Row>
  )
}
