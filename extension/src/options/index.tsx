import { t } from '../ui/i18n'
import { Mark } from '../ui/mark'
import { preparePage } from '../ui/page'
import './options.css'
import { LanguageSection } from './language-section'
import { ServerSection } from './server-section'
import { SitesSection } from './sites-section'

preparePage(t('options_page_title'))

/** The settings of this browser. */
export default function OptionsPage() {
  return (
    <main className="settings">
      <header className="row">
        <Mark />
        <span className="word">{t('extensionName')}</span>
      </header>
      <h1 className="settings-title">{t('settings_title')}</h1>
      <SitesSection />
      <LanguageSection />
      <ServerSection />
    </main>
  )
}
