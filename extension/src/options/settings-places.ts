import type { MessageKey } from '../ui/i18n'
import type { IconName } from '../ui/icon-shapes'

/** Where a section stands: its id in the page's address, and how the list on the left names it. */
export interface SettingsPlace {
  id: string
  title: MessageKey
  icon: IconName
}
