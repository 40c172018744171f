import './read-ahead'
import { useState } from 'react'
import { Announcer } from '../ui/announce'
import { t } from '../ui/i18n'
import { preparePage } from '../ui/page'
import './popup.css'
import './lists.css'
import { Buy } from './buy'
import { PopupHeader, type PopupView } from './header'
import { History } from './history'
import { Home } from './home'
import { useWallet } from './use-wallet'

preparePage(t('extensionName'))

/** Settings open it where one buys. */
const firstView = (): PopupView => (new URLSearchParams(location.search).get('view') === 'buy' ? 'buy' : 'home')

/** The popup of the toolbar button: the wallet at a glance, its history, and packs. */
export default function PopupPage() {
  const [view, setView] = useState<PopupView>(firstView)
  const wallet = useWallet()
  return (
    <div className="popup">
      <Announcer>
        <PopupHeader view={view} onView={setView} />
        <main className="popup-body">
          {view === 'home' && <Home wallet={wallet} onBuy={() => setView('buy')} />}
          {view === 'history' && <History />}
          {view === 'buy' && <Buy balance={wallet.balance} />}
        </main>
      </Announcer>
    </div>
  )
}
