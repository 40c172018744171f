import { type ComponentType, useState } from 'react'
import type { AccountErasure } from 'shared'
import { Announcer } from '../ui/announce'
import { t } from '../ui/i18n'
import { useAccountGone } from '../ui/no-account'
import { preparePage } from '../ui/page'
import './options.css'
import { AccountSection } from './account-section'
import { DataSection } from './data-section'
import { DeletedView } from './deleted-view'
import { LanguageSection } from './language-section'
import { NotificationsSection } from './notifications-section'
import { PrivacySection } from './privacy-section'
import { ServerSection } from './server-section'
import { SettingsNav } from './settings-nav'
import type { SettingsPlace } from './settings-places'
import { ShortcutsSection } from './shortcuts-section'
import { SitesSection } from './sites-section'
import { WalletSection } from './wallet-section'

preparePage(t('options_page_title'))

/** The settings in their order, each with its place in the list on the left. */
const places: (SettingsPlace & { Content: ComponentType<{ onDeleted: (erased: AccountErasure) => void }> })[] = [
  { id: 'account', title: 'options_account', icon: 'user', Content: AccountSection },
  { id: 'credits', title: 'options_wallet', icon: 'receipt', Content: WalletSection },
  { id: 'notifications', title: 'options_notify', icon: 'info', Content: NotificationsSection },
  { id: 'sites', title: 'options_sites', icon: 'globe', Content: SitesSection },
  { id: 'language', title: 'options_language', icon: 'text', Content: LanguageSection },
  { id: 'shortcuts', title: 'options_shortcuts', icon: 'keyboard', Content: ShortcutsSection },
  { id: 'privacy', title: 'options_privacy', icon: 'lock', Content: PrivacySection },
  { id: 'data', title: 'options_data', icon: 'download', Content: DataSection },
  { id: 'server', title: 'options_server', icon: 'settings', Content: ServerSection },
]

/** Without an account there is nothing to set for its wallet, nothing to be told of it, and nothing to export or delete. */
const placesOfNobody = places.filter(({ id }) => !['credits', 'notifications', 'data'].includes(id))

/** The settings: those of the wallet, which the server keeps, and those of this browser. */
export default function OptionsPage() {
  const [erased, setErased] = useState<AccountErasure | null>(null)
  const shown = useAccountGone() ? placesOfNobody : places
  // Nothing here asks the server any more: that would open another account.
  if (erased !== null) return <DeletedView erased={erased} />
  return (
    <Announcer>
      <div className="settings-page">
        <SettingsNav places={shown} />
        <main className="settings">
          <h1 className="settings-title">{t('settings_title')}</h1>
          {shown.map(({ id, Content }) => (
            <div key={id} id={id} className="settings-place">
              <Content onDeleted={setErased} />
            </div>
          ))}
        </main>
      </div>
    </Announcer>
  )
}
