import { t } from '../ui/i18n'
import { Mark } from '../ui/mark'
import { preparePage } from '../ui/page'
import './options.css'
import { LanguageSection } from './language-section'
import { ServerSection } from './server-section'
import { SitesSection } from './sites-section'
import { WalletSection } from './wallet-section'

preparePage(t('options_page_title'))

/** The settings: those of the wallet, which the server keeps, and those of this browser. */
export default function OptionsPage() {
  return (
    <main className="settings">
      <header className="row">
        <Mark />
        <span className="word">{t('extensionName')}</span>
      </header>
      <h1 className="settings-title">{t('settings_title')}</h1>
      <WalletSection />
      <SitesSection />
      <LanguageSection />
      <ServerSection />
    </main>
  )
}
