import { language, t } from '../ui/i18n'
import { Row, Section } from './section'

/** Toile speaks the browser's language; there is nothing to set, but it should not be a riddle. */
export function LanguageSection() {
  const own = new Intl.DisplayNames([language()], { type: 'language' }).of(language()) ?? language()
  return (
    <Section title={t('options_language')} text={t('options_language_text')}>
      <Row>
        <div className="grow">
          <span>{t('options_language_now', { language: own })}</span>
          <p className="quiet">{t('options_language_prompts')}</p>
        </div>
      </Row>
    </Section>
  )
}
