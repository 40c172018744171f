import { useCallback, useEffect, useRef, useState } from 'react'
import type { Alert, Balance, Draft, Image, Lot, PaymentNews, WalletSettings } from 'shared'
import { api } from '../api'
import { codeOf, type FailureCode } from '../failures'
import { local } from '../storage'
import { useLive } from '../ui/use-live'
import { useStored } from '../ui/use-stored'
import { openDrafts } from './open-drafts'

/** What the popup shows beside the balance. */
export interface WalletContents {
  lots: Lot[]
  recent: Image[]
  drafts: Draft[]
  /** What the server raised; open ones first. */
  alerts: Alert[]
}

type WalletState =
  | { at: 'loading' }
  | { at: 'known'; contents: WalletContents }
  /** `contents` is what was known before, if anything. */
  | { at: 'failed'; code: FailureCode; contents: WalletContents | null }

export interface Wallet {
  /** The last balance the extension has seen; it outlives the popup, so that the popup never opens empty. */
  balance: Balance | null
  /** When the balance is low; null while nobody has asked. */
  settings: WalletSettings | null
  state: WalletState
  /** The last payment that went through while the popup was open. */
  paid: PaymentNews | null
  again: () => void
}

const recentShown = 8
const gatherNewsMs = 200

async function read(): Promise<WalletContents> {
  const [, lots, page, drafts, alerts] = await Promise.all([
    api.balance(),
    api.lots(),
    api.generations({ limit: 8 }),
    api.drafts(),
    readAlerts(),
  ])
  const images = page.generations.flatMap(({ items }) => items.flatMap(({ image }) => image ?? []))
  return {
    lots: lots.filter(({ available, held }) => available + held > 0),
    recent: images.slice(0, recentShown),
    drafts: openDrafts(drafts, page.generations),
    alerts,
  }
}

/** The wallet can be read without them: an older server has none. */
async function readAlerts(): Promise<Alert[]> {
  try {
    return (await api.alerts()).alerts
  } catch (error) {
    console.info('Toile: no alerts', error)
    return []
  }
}

/** The wallet as the server tells it, kept up to date by the live stream. */
export function useWallet(): Wallet {
  const balance = useStored(local.balance) ?? null
  const settings = useStored(local.walletSettings) ?? null
  const [state, setState] = useState<WalletState>({ at: 'loading' })
  const [paid, setPaid] = useState<PaymentNews | null>(null)

  const load = useCallback(async () => {
    try {
      const contents = await read()
      setState({ at: 'known', contents })
    } catch (error) {
      const code = codeOf(error)
      setState((before) => ({ at: 'failed', code, contents: before.at === 'loading' ? null : before.contents }))
    }
  }, [])
  useEffect(() => void load(), [load])

  // News come in bursts (an image and its credits): one look for each burst.
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const soon = useCallback(() => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void load(), gatherNewsMs)
  }, [load])
  useEffect(() => () => clearTimeout(timer.current), [])

  useLive({
    hear: (event) => {
      if (event.type === 'payment' && event.payment.state === 'paid') setPaid(event.payment)
      soon()
    },
    back: soon,
  })
  return { balance, settings, state, paid, again: () => void load() }
}
