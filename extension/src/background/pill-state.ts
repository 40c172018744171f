import type { PillPlace } from '../kept'
import type { PillState } from '../messages'
import { readShortcuts } from '../shortcuts'
import { memory } from '../storage'
import { t } from '../ui/i18n'
import { badgeOf } from './badge'
import { plainLookOf, progressOf, type Standing } from './standing'

/** What the pill says beyond where things stand. */
export interface PillContext {
  /** Whether an overlay can be opened again, and whether one holds words that nothing was made of yet. */
  again: boolean
  draft: boolean
  keys: PillState['keys']
}

/** From the browser and from storage. */
export async function readPillContext(): Promise<PillContext> {
  const [sessions, { pick, region, gallery }] = await Promise.all([memory.overlaySessions.get(), readShortcuts()])
  const all = Object.values(sessions)
  const written = ({ prompt, wish }: (typeof all)[number]) => (wish?.prompt ?? prompt).trim() !== ''
  const inOne = (keys: string[] | null) => keys?.join(' ') ?? null
  return {
    again: all.length > 0,
    draft: all.some((session) => session.generationId === null && written(session)),
    keys: { pick: inOne(pick), region: inOne(region), gallery: inOne(gallery) },
  }
}

/** What the pill on a site shows. */
export function pillStateOf(standing: Standing, place: PillPlace | null, { again, draft, keys }: PillContext): PillState {
  const look = plainLookOf(standing)
  const words = badgeOf({ ...standing, ending: null }).title
  return { look, text: textOf(look, standing), note: noteOf(look, draft), words, place, again, keys }
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
    case 'zero':
    case 'rest':
      return credits
  }
}

/** The word beside the number, so that its colour is not all that tells. */
function noteOf(look: PillState['look'], draft: boolean): string {
  if (look === 'low') return t('pill_low')
  if (look !== 'zero') return ''
  return draft ? t('pill_draft_saved') : t('pill_no_credits')
}
