import { t } from '../ui/i18n'
import { Icon } from '../ui/icon'
import { Mark } from '../ui/mark'

/** What the browser's menu will look like. A drawing: clicks go through it to the picture. */
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
        <span className="drawn-here">{t('welcome_menu_vary')}</span>
        <span>{t('welcome_menu_repeat')}</span>
        <span>{t('welcome_menu_recolour')}</span>
        <span>{t('welcome_menu_upscale')}</span>
        <span>{t('welcome_menu_cutout')}</span>
      </div>
    </div>
  )
}
