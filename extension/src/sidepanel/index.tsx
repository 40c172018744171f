import { local } from '../storage'
import { Announcer } from '../ui/announce'
import { t } from '../ui/i18n'
import { preparePage } from '../ui/page'
import { useStored } from '../ui/use-stored'
import { PanelHeader } from './header'
import './panel.css'

preparePage(t('extensionName'))

/** The side panel: what was made, the projects it was made for, and where the credits went. */
export default function SidePanel() {
  const balance = useStored(local.balance) ?? null
  return (
    <div className="panel">
      <Announcer>
        <PanelHeader balance={balance} onBack={null} />
      </Announcer>
    </div>
  )
}
