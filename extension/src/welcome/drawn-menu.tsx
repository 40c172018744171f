import { facts, t } from '../ui/i18n'
import { Icon } from '../ui/icon'
import { Mark } from '../ui/mark'

/** What the browser's menu will look like, in the words that the menu has. A drawing: clicks go through it to the picture. */
export function DrawnMenu() {
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
        <span>{facts(t('menu_repeat'), t('menu_free'))}</span>
        <span>{facts(t('menu_recolour'), t('menu_free'))}</span>
        <span>{t('menu_upscale')}</span>
        <span>{t('menu_cutout')}</span>
        <span>{t('menu_region')}</span>
      </div>
    </div>
  )
}
