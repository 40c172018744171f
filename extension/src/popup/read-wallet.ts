import { type Alert, type Draft, type Forecast, type Image, type Lot, type Me, usualCreditsPerImage } from 'shared'
import { api } from '../api'
import { openDrafts } from '../drafts/open-drafts'
import { local } from '../storage'

/** What the popup shows beside the balance. */
export interface WalletContents {
  lots: Lot[]
  recent: Image[]
  drafts: Draft[]
  /** What the server raised; open ones first. */
  alerts: Alert[]
  forecast: Forecast | null
  /** Who one is here, and whether one may buy and make images; null where an older server does not tell. */
  me: Me | null
  /** Some of the credits were paid for, or are billed. */
  bought: boolean
}

const recentShown = 4

/** All of it at once; an error where any of what every server has cannot be had. */
export async function readWallet(): Promise<WalletContents> {
  const [, lots, page, drafts, alerts, forecast, me] = await Promise.all([
    api.balance(),
    api.lots(),
    api.generations({ limit: 8 }),
    api.drafts(),
    orNothing(api.alerts()),
    orNothing(readForecast()),
    orNothing(api.me()),
  ])
  const images = page.generations.flatMap(({ items }) => items.flatMap(({ image }) => image ?? []))
  return {
    lots: lots.filter(({ available, held }) => available + held > 0),
    recent: images.slice(0, recentShown),
    drafts: openDrafts(drafts, page.generations),
    alerts: alerts?.alerts ?? [],
    forecast,
    me,
    bought: lots.some(({ kind }) => kind !== 'trial' && kind !== 'promo'),
  }
}

/** The wallet can be read without it: an older server has no such thing. */
async function orNothing<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked
  } catch (error) {
    console.info('Toile: not told', error)
    return null
  }
}

/** How far the credits go, at what the usual image costs. */
async function readForecast(): Promise<Forecast | null> {
  const prices = await local.prices.get()
  const each = prices && usualCreditsPerImage(prices, { operation: 'generate', size: 1024 })
  return api.forecast(each ? { creditsEach: each } : {})
}
