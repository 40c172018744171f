import { useState } from 'react'
import type { PlanList } from 'shared'
import { shopApi } from '../../shop-api'
import { type DeedState, useDeed } from '../../ui/use-deed'
import type { Plans } from '../use-plans'

export type MeteredTerms = NonNullable<PlanList['metered']>

/** What is set in the tab, and not saved yet. */
export interface MeteredWish {
  on: boolean
  /** As it is typed. */
  capText: string
  /** The cap that is typed; null where it is none. */
  cap: number | null
  /** What saving would do; null where nothing is changed. */
  would: 'enable' | 'disable' | 'set-cap' | null
  state: DeedState
  turn: (on: boolean) => void
  type: (capText: string) => void
  save: () => void
}

/** The number that was typed, or null where it is no cap from 1 to `most`. */
export function capTyped(text: string, most: number): number | null {
  const digits = text.trim()
  if (!/^\d{1,6}$/.test(digits)) return null
  const cap = Number(digits)
  return cap >= 1 && cap <= most ? cap : null
}

/** What it takes to make the standing what is wished; null where it is that already, or where it cannot be. */
export function stepTo(standing: MeteredTerms['standing'], on: boolean, cap: number | null): MeteredWish['would'] {
  // It is on in a moment, and can be changed then.
  if (standing.agreed) return null
  // Stopped and turned off, it can be turned on again once nothing stops it.
  if (standing.state === 'stopped' && standing.cap === 0) return null
  if (!on) return standing.state === 'off' ? null : 'disable'
  if (cap === null) return null
  // Where it has begun and was not agreed to, that is gone on with.
  if (standing.state === 'off' || standing.state === 'starting') return 'enable'
  return cap === standing.cap ? null : 'set-cap'
}

/** Pay-as-you-go as the designer sets it: nothing counts before it is saved. */
export function useMetered({ offer, standing }: MeteredTerms, plans: Plans): MeteredWish {
  const isOn = standing.state !== 'off' && standing.cap > 0
  const [wished, setWished] = useState<{ on?: boolean; capText?: string }>({})
  const { state, run } = useDeed()
  const on = wished.on ?? isOn
  const capText = wished.capText ?? String(isOn ? standing.cap : offer.usualCap)
  const cap = capTyped(capText, offer.maxCap)
  const would = stepTo(standing, on, cap)

  const apply = async (intentId: string) => {
    if (would === 'disable') await shopApi.disableMetered()
    if (would === 'set-cap' && cap !== null) await shopApi.setCap({ intentId, cap })
    if (would === 'enable' && cap !== null) {
      const { url } = await shopApi.enableMetered({ intentId, cap })
      if (url !== null) await chrome.tabs.create({ url })
    }
    setWished({})
    plans.soon()
  }
  return {
    on,
    capText,
    cap,
    would,
    state,
    turn: (turned) => setWished({ ...wished, on: turned }),
    type: (typed) => setWished({ ...wished, capText: typed }),
    save: () => would !== null && void run(`${would} ${cap}`, apply),
  }
}
