import { Button } from '../ui/button'
import { FailureNote } from '../ui/failure-note'
import { language, t } from '../ui/i18n'
import { useAttempt } from '../ui/use-attempt'
import { Row, Section } from './section'

const isChromium = (): boolean => chrome.runtime.getURL('').startsWith('chrome-extension:')

/** Toile speaks the browser's language: extensions cannot be given another one, but it should not be a riddle. */
export function LanguageSection() {
  const { failed, attempt } = useAttempt()
  const own = new Intl.DisplayNames([language()], { type: 'language' }).of(language()) ?? language()
  return (
    <Section title={t('options_language')} text={t('options_language_text')}>
      <Row>
        <div className="grow">
          <span>{t('options_language_now', { language: own })}</span>
          <p className="quiet">{t('options_language_how')}</p>
          {failed !== null && <FailureNote code={failed} />}
        </div>
        {isChromium() && (
          <Button onClick={() => attempt(() => chrome.tabs.create({ url: 'chrome://settings/languages' }))}>
            {t('options_language_open')}
          </Button>
        )}
      </Row>
      <Row>
        <div className="grow">
          <span>{t('options_language_of_prompts')}</span>
          <p className="quiet">{t('options_language_prompts')}</p>
        </div>
      </Row>
    </Section>
  )
}
