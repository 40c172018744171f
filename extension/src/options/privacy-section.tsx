import { useEffect, useState } from 'react'
import type { EngineOffer } from 'shared'
import { api } from '../api'
import { PolicyRow } from '../policy/policy-row'
import { local } from '../storage'
import { listed, t } from '../ui/i18n'
import { useStored } from '../ui/use-stored'
import { Row, Section } from './section'

/** What leaves this browser, where it goes, and what never does. */
export function PrivacySection() {
  const server = useStored(local.settings)?.serverUrl ?? ''
  const engines = useEngines()
  return (
    <Section title={t('options_privacy')} text={t('options_privacy_text')}>
      <Fact title={t('privacy_picture')} text={t('privacy_picture_text', { server })} when={t('privacy_never_before')} />
      <Fact title={t('privacy_pages')} text={t('privacy_pages_text')} when={t('privacy_never')} />
      {engines !== null && <Fact title={t('privacy_services')} text={servicesWords(engines)} />}
      <Fact title={t('privacy_kept')} text={t('privacy_kept_text', { server })} />
      <Fact title={t('privacy_statistics')} text={t('privacy_statistics_text')} when={t('privacy_never')} />
      <PolicyRow />
    </Section>
  )
}

function Fact({ title, text, when }: { title: string; text: string; when?: string }) {
  return (
    <Row>
      <div className="grow">
        <span>{title}</span>
        <p className="quiet">{text}</p>
      </div>
      {when !== undefined && <span className="caption setting-when">{when}</span>}
    </Row>
  )
}

function servicesWords(engines: EngineOffer[]): string {
  const trained = engines.filter(({ kind }) => kind === 'trained').map(({ name }) => name)
  return trained.length === 0 ? t('privacy_services_none') : t('privacy_services_text', { names: listed(trained) })
}

/** What makes images at this server; null while nobody knows. */
function useEngines(): EngineOffer[] | null {
  const [engines, setEngines] = useState<EngineOffer[] | null>(null)
  useEffect(() => {
    let gone = false
    api.engines().then(
      (found) => gone || setEngines(found),
      (error: unknown) => console.info('Toile: no engines', error),
    )
    return () => {
      gone = true
    }
  }, [])
  return engines
}
