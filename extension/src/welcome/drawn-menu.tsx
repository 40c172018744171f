import type { FreeChange } from 'shared'
import { facts, t } from '../ui/i18n'
import { Icon } from '../ui/icon'
import { Mark } from '../ui/mark'
import { useFree } from '../ui/use-free'

/** What the browser's menu will look like, in the words that the menu has. A drawing: clicks go through it to the picture. */
export function DrawnMenu() {
  const isFree = useFree()
  const free = (operation: FreeChange) => (isFree(operation) ? [t('menu_free')] : [])
  return (
    <div className="drawn" aria-hidden="true">
      <div className="drawn-menu">
        <span className="drawn-other">{t('welcome_menu_open')}</span>
        <span className="drawn-other">{t('welcome_menu_save')}</span>
        <hr />
        <span className="drawn-here row">
          <Mark size={16} />
          <span className="grow">{t('extensionName')}</span>
          <Icon name="right" />
        </span>
        <hr />
        <span className="drawn-other">{t('welcome_menu_inspect')}</span>
      </div>
      <div className="drawn-menu drawn-under">
        <span className="drawn-here">{t('menu_variations')}</span>
        <span>{facts(t('menu_repeat'), ...free('repeat'))}</span>
        <span>{facts(t('menu_recolour'), ...free('recolour'))}</span>
        <span>{t('menu_upscale')}</span>
        <span>{t('menu_cutout')}</span>
        <span>{t('menu_region')}</span>
      </div>
    </div>
  )
}
