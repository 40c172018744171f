import type { PillState } from '../messages'
import type { PillPlace } from '../storage'
import { t } from '../ui/i18n'
import { badgeOf } from './badge'
import { plainLookOf, progressOf, type Standing } from './standing'

/** What the pill on a site shows. */
export function pillStateOf(standing: Standing, place: PillPlace | null): PillState {
  const look = plainLookOf(standing)
  return { look, text: textOf(look, standing), words: badgeOf({ ...standing, ending: null }).title, place }
}

function textOf(look: PillState['look'], { balance, running }: Standing): string {
  const credits = String(balance?.credits ?? 0)
  switch (look) {
    case 'unknown':
      return ''
    case 'working':
      return t('pill_working', progressOf(running))
    case 'offline':
      return balance ? t('pill_offline_last', { credits }) : t('pill_offline')
    case 'low':
      return t('pill_low', { credits })
    case 'zero':
    case 'rest':
      return credits
  }
}
