import { useId } from 'react'
import { AddSite } from '../own-sites/add-site'
import { type Sites, useSites } from '../own-sites/use-sites'
import type { Site } from '../sites'
import { IconButton } from '../ui/button'
import { FailureNote } from '../ui/failure-note'
import { t } from '../ui/i18n'
import { Switch } from '../ui/switch'
import { useAttempt } from '../ui/use-attempt'
import { HiddenPills } from './hidden-pills'
import { Row, Section } from './section'

/** The design sites on which the pill may appear, and the way to add another. */
export function SitesSection() {
  const sites = useSites()
  return (
    <Section title={t('options_sites')} text={t('options_sites_text')}>
      {sites.all.map((site) => (
        <SiteRow key={site.id} site={site} sites={sites} />
      ))}
      <HiddenPills />
      <Row>
        <AddSite sites={sites} />
      </Row>
    </Section>
  )
}

function SiteRow({ site, sites }: { site: Site; sites: Sites }) {
  const id = useId()
  const { failed, attempt } = useAttempt()
  const allowed = sites.isAllowed(site)
  return (
    <Row>
      <div className="grow">
        <span>{site.name}</span>
        <p className="quiet" id={id}>
          {allowed ? t('options_site_on') : t('options_site_off')}
        </p>
        {failed !== null && <FailureNote code={failed} />}
      </div>
      {sites.isOwn(site) && (
        <IconButton
          icon="close"
          name={t('options_site_remove_named', { site: site.name })}
          onClick={() => attempt(() => sites.remove(site))}
        />
      )}
      <Switch
        name={site.name}
        checked={allowed}
        describedBy={id}
        // The browser's question comes only from within the click.
        onChange={(on) => attempt(() => (on ? sites.allow([site]) : sites.forget(site)))}
      />
    </Row>
  )
}
