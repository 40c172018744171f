import { t } from '../ui/i18n'
import { Tabs } from '../ui/tabs'

export type PanelView = 'gallery' | 'projects' | 'usage'

/** What to look at in the panel. */
export function ViewTabs({ chosen, onChoose }: { chosen: PanelView; onChoose: (view: PanelView) => void }) {
  const tabs: { view: PanelView; name: string }[] = [
    { view: 'gallery', name: t('gallery_title') },
    { view: 'projects', name: t('gallery_projects') },
    { view: 'usage', name: t('gallery_usage') },
  ]
  return <Tabs label={t('panel_views')} tabs={tabs} chosen={chosen} onChoose={onChoose} />
}
