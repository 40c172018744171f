import { ApiError } from '../failures'
import type { PillPlace } from '../kept'
import type { PillState } from '../messages'
import { say } from '../page-tool/reach'
import { local } from '../storage'
import { pillPatterns } from './pill-sites'
import { pillStateOf, readPillContext } from './pill-state'
import { refresh } from './server'
import { readStanding, type Standing } from './standing'

const hostOf = (pageUrl: string): string => URL.parse(pageUrl)?.hostname ?? ''

/**
 * The state for the pill that asks. A pill on a page is a first need: it signs in and learns balance and prices. It carries the
 * balance, so scripts on pages that have no pill, as where a picture was right-clicked once, are told nothing.
 */
export async function answerPill({ tab, url = '' }: chrome.runtime.MessageSender): Promise<PillState> {
  const withPill = await chrome.tabs.query({ url: await pillPatterns() })
  if (!withPill.some(({ id }) => id === tab?.id)) throw new ApiError('FORBIDDEN')
  const standing = await readStanding()
  if (standing.balance === null) void refresh()
  const [places, context] = await Promise.all([local.pillPlaces.get(), readPillContext()])
  return pillStateOf(standing, places[hostOf(url)] ?? null, context)
}

/** Remembers where the designer put the pill on this site. */
export async function keepPlace(pageUrl: string, place: PillPlace): Promise<void> {
  await local.pillPlaces.update((all) => ({ ...all, [hostOf(pageUrl)]: place }))
}

/** Shows the pill again on a site where the designer hid it. */
export async function showAgain(host: string): Promise<void> {
  await local.pillPlaces.update((all) => {
    const place = all[host]
    return place === undefined ? all : { ...all, [host]: { ...place, hidden: false } }
  })
}

/** Tells every pill there is: where things stand, and its place on that site, which another tab may have changed. */
export async function tellPills(standing: Standing): Promise<void> {
  const tabs = await chrome.tabs.query({ url: await pillPatterns() })
  const [places, context] = await Promise.all([local.pillPlaces.get(), readPillContext()])
  await Promise.all(
    tabs.map(async ({ id, url }) => {
      if (id === undefined || url === undefined) return
      await say(id, { type: 'bg-page-pill-state', state: pillStateOf(standing, places[hostOf(url)] ?? null, context) })
    }),
  )
}
