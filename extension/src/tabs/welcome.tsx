import { Announcer } from '../ui/announce'
import { t } from '../ui/i18n'
import { Mark } from '../ui/mark'
import { preparePage } from '../ui/page'
// The page is one that Toile works on: nothing can be injected into a page of the extension's own.
import '../page-tool'
import { PinHint } from '../welcome/pin-hint'
import { SitesStep } from '../welcome/sites-step'
import { TrialStep } from '../welcome/trial-step'
import { TryStep } from '../welcome/try-step'
import '../welcome/welcome.css'

preparePage(t('welcome_page_title'))

/** What one sees after installing: where Toile may work, the trial credits, and the main job on a picture right here. */
export default function WelcomePage() {
  return (
    <Announcer>
      <main className="welcome">
        <header className="row welcome-header">
          <Mark size={28} />
          <span className="word">{t('extensionName')}</span>
        </header>
        <PinHint />
        <div className="welcome-columns">
          <div className="welcome-intro">
            <h1 className="welcome-title">{t('welcome_title')}</h1>
            <p className="quiet">{t('welcome_text')}</p>
          </div>
          <SitesStep />
          <TrialStep />
          <TryStep />
        </div>
      </main>
    </Announcer>
  )
}
