import { facts, t, tn } from '../ui/i18n'
import { endingTitle } from '../ui/notices'
import { type Look, lookOf, progressOf, type Standing } from './standing'

/** What the toolbar shows: at most four characters, and the same in words. */
export interface Badge {
  text: string
  colour: string
  textColour: string
  title: string
  /** The icon is grey while the server is away. */
  grey: boolean
}

/** Set through the browser's API, which reads no CSS; the same whether the browser is light or dark. */
const normal = { colour: '#3b52a4', textColour: '#ffffff' }
const low = { colour: '#f2b544', textColour: '#2a1c00' }
const colours: Record<Look, { colour: string; textColour: string }> = {
  unknown: normal,
  rest: normal,
  working: normal,
  expiring: low,
  low,
  zero: { colour: '#a3262f', textColour: '#ffffff' },
  offline: { colour: '#5d6575', textColour: '#ffffff' },
}

/** A number of credits in four characters: 999, 1.2k, 12k. Rounded down: it never promises more than there is. */
export function shortNumber(credits: number): string {
  if (credits < 1_000) return String(credits)
  if (credits < 10_000) return `${Math.floor(credits / 100) / 10}k`
  return credits < 1_000_000 ? `${Math.floor(credits / 1_000)}k` : '999k'
}

function textOf(look: Look, { balance, running, ending }: Standing): string {
  if (look === 'unknown') return ''
  if (look === 'offline') return 'off'
  // The last day is one, too.
  if (look === 'expiring') return `${Math.max(1, ending?.days ?? 0)}d`
  if (look !== 'working') return shortNumber(balance?.credits ?? 0)
  const { delivered, count } = progressOf(running)
  const text = `${delivered}/${count}`
  return text.length <= 4 ? text : `${Math.floor((100 * delivered) / count)}%`
}

/** The state in words, for the tooltip and for whoever does not see the pill. */
function titleOf(look: Look, { balance, running, ending }: Standing, now: Date): string {
  const credits = balance?.credits ?? 0
  switch (look) {
    case 'unknown':
      return t('badge_unknown')
    case 'offline':
      return balance ? tn('badge_offline_last', credits) : t('badge_offline')
    case 'working': {
      const { delivered, count } = progressOf(running)
      return tn('badge_working', count, { delivered })
    }
    case 'zero':
      return t('badge_zero')
    case 'low':
      return tn('badge_low', credits)
    case 'expiring':
      return ending === null
        ? tn('badge_rest', credits)
        : facts(tn('badge_rest', credits), endingTitle(ending.lot, ending.lot.credits, now))
    case 'rest':
      return credits === 0 && balance?.metered ? t('badge_metered', balance.metered) : tn('badge_rest', credits)
  }
}

/** The badge for where things stand. */
export function badgeOf(standing: Standing, now = new Date()): Badge {
  const look = lookOf(standing)
  return { text: textOf(look, standing), ...colours[look], title: titleOf(look, standing, now), grey: look === 'offline' }
}
