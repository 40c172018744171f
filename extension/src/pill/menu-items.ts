import type { PillPlace } from '../kept'
import type { PillState } from '../messages'
import { t } from '../ui/i18n'
import type { IconName } from './icons'
import { placeAcross } from './place'

/** What the pill's menu does. */
export interface Deeds {
  place(): PillPlace
  move(place: PillPlace): void
  /** What the worker told last; null before that. */
  state(): PillState | null
  /** Asks the worker for one of the things that a pill may ask for. */
  begin(what: 'again' | 'picker' | 'region' | 'words' | 'gallery'): void
}

export interface Item {
  icon: IconName
  label: string
  /** The shortcut that does the same, where the browser assigned one. */
  keys?: string | null
  act(): void
}

/** The menu: what one can begin with, then what becomes of the pill itself. */
export function itemsFor({ place, move, state, begin }: Deeds): [Item[], Item[]] {
  const { collapsed } = place()
  const keys = state()?.keys
  const beginnings: Item[] = [
    { icon: 'pointer', label: t('tool_picker'), keys: keys?.pick, act: () => begin('picker') },
    { icon: 'region', label: t('tool_region'), keys: keys?.region, act: () => begin('region') },
    { icon: 'text', label: t('pill_from_words'), act: () => begin('words') },
    { icon: 'gallery', label: t('open_gallery'), keys: keys?.gallery, act: () => begin('gallery') },
  ]
  if (state()?.again) beginnings.unshift({ icon: 'again', label: t('pill_again'), act: () => begin('again') })
  const own: Item[] = [
    { icon: 'across', label: t('pill_dock'), act: () => move(placeAcross(place())) },
    {
      icon: collapsed ? 'plus' : 'minus',
      label: t(collapsed ? 'pill_expand' : 'pill_collapse'),
      act: () => move({ ...place(), collapsed: !collapsed }),
    },
    { icon: 'hide', label: t('pill_hide'), act: () => move({ ...place(), hidden: true }) },
  ]
  return [beginnings, own]
}
