import type { PillState } from '../messages'
import { say } from '../page-tool/reach'
import { local, type PillPlace } from '../storage'
import { t } from '../ui/i18n'
import { badgeOf } from './badge'
import { pillPatterns } from './pill-sites'
import { refresh } from './server'
import { lookOf, progressOf, readStanding, type Standing } from './standing'

/** What the pill on a site shows. */
export function pillStateOf(standing: Standing, place: PillPlace | null): PillState {
  const look = lookOf(standing)
  return { look, text: textOf(look, standing), words: badgeOf(standing).title, place }
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

const hostOf = (pageUrl: string): string => URL.parse(pageUrl)?.hostname ?? ''

/** The state for the pill that asks. A pill on a page is a first need: it signs in and learns balance and prices. */
export async function answerPill(pageUrl: string): Promise<PillState> {
  const standing = await readStanding()
  if (standing.balance === null) void refresh()
  return pillStateOf(standing, (await local.pillPlaces.get())[hostOf(pageUrl)] ?? null)
}

/** Remembers where the designer put the pill on this site. */
export async function keepPlace(pageUrl: string, place: PillPlace): Promise<void> {
  await local.pillPlaces.update((all) => ({ ...all, [hostOf(pageUrl)]: place }))
}

/** Tells every pill there is. */
export async function tellPills(standing: Standing): Promise<void> {
  const tabs = await chrome.tabs.query({ url: await pillPatterns() })
  const places = await local.pillPlaces.get()
  await Promise.all(
    tabs.map(async ({ id, url }) => {
      if (id === undefined || url === undefined) return
      await say(id, { type: 'bg-page-pill-state', state: pillStateOf(standing, places[hostOf(url)] ?? null) })
    }),
  )
}
