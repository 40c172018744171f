import { useEffect, useRef, useState } from 'react'
import { AddSite } from '../own-sites/add-site'
import { type Sites, useSites } from '../own-sites/use-sites'
import type { Site } from '../sites'
import { Button } from '../ui/button'
import { FailureNote } from '../ui/failure-note'
import { t } from '../ui/i18n'
import { useAttempt } from '../ui/use-attempt'
import { Step } from './step'

/** Where Toile works. A box is ticked where the browser allows it: ticking asks the browser, pages and pictures together. */
export function SitesStep() {
  const sites = useSites()
  const [adding, setAdding] = useState(false)
  const { failed, attempt } = useAttempt()
  return (
    <Step place={1} title={t('welcome_sites')} text={t('welcome_sites_text')}>
      <div className="welcome-sites">
        {sites.all.map((site) => (
          <SiteBox key={site.id} site={site} sites={sites} attempt={attempt} />
        ))}
        {!adding && (
          <Button look="ghost" onClick={() => setAdding(true)}>
            {t('welcome_sites_add')}
          </Button>
        )}
      </div>
      {adding && <AddAnother sites={sites} />}
      {failed !== null && <FailureNote code={failed} />}
    </Step>
  )
}

/** The field comes in the place of the button that asked for it, and takes its focus. */
function AddAnother({ sites }: { sites: Sites }) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => place.current?.querySelector('input')?.focus(), [])
  return (
    <div ref={place} className="welcome-add">
      <AddSite sites={sites} />
    </div>
  )
}

function SiteBox({ site, sites, attempt }: { site: Site; sites: Sites; attempt: (run: () => Promise<unknown>) => void }) {
  const allowed = sites.isAllowed(site)
  return (
    <label className="site-box">
      <input
        type="checkbox"
        checked={allowed}
        // The browser's question comes only from within the click.
        onChange={() => attempt(() => (allowed ? sites.forget(site) : sites.allow([site])))}
      />
      {site.name}
    </label>
  )
}
