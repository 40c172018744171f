import './read-ahead'
import { useState } from 'react'
import { type ShopTab, shopTabOf } from '../shop/open-shop'
import { ShopLater } from '../shop/shop-later'
import { Announcer } from '../ui/announce'
import { t } from '../ui/i18n'
import { preparePage } from '../ui/page'
import './popup.css'
import './lists.css'
import { PopupHeader, type PopupView } from './header'
import { History } from './history'
import { Home } from './home'
import { useWallet } from './use-wallet'

preparePage(t('extensionName'))

/** Settings open it where one buys. */
const opened = shopTabOf(location.search)

/** The popup of the toolbar button: the wallet at a glance, its history, and packs. */
export default function PopupPage() {
  const [view, setView] = useState<PopupView>(opened === null ? 'home' : 'buy')
  const [shopTab, setShopTab] = useState<ShopTab>(opened ?? 'packs')
  const wallet = useWallet()
  const buy = (tab: ShopTab = 'packs') => {
    setShopTab(tab)
    setView('buy')
  }
  return (
    <div className="popup">
      <Announcer>
        <PopupHeader view={view} onView={setView} />
        <main className="popup-body">
          {view === 'home' && <Home wallet={wallet} onBuy={buy} />}
          {view === 'history' && <History paymentNews={wallet.news} />}
          {view === 'buy' && <ShopLater balance={wallet.balance} first={shopTab} onLeave={() => window.close()} />}
        </main>
      </Announcer>
    </div>
  )
}
