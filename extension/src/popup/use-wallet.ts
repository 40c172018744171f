import { useCallback, useEffect, useRef, useState } from 'react'
import type { Balance, PaymentNews, WalletSettings } from 'shared'
import { codeOf, type FailureCode } from '../failures'
import { local } from '../storage'
import { useLive } from '../ui/use-live'
import { useSoon } from '../ui/use-soon'
import { useStored } from '../ui/use-stored'
import { readWallet, type WalletContents } from './read-wallet'

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
  /** The last that was heard of a payment while the popup was open, and the last that went through. */
  news: PaymentNews | null
  paid: PaymentNews | null
  again: () => void
}

/** The wallet as the server tells it, kept up to date by the live stream. */
export function useWallet(): Wallet {
  const balance = useStored(local.balance) ?? null
  const settings = useStored(local.walletSettings) ?? null
  const [state, setState] = useState<WalletState>({ at: 'loading' })
  const [news, setNews] = useState<PaymentNews | null>(null)
  const [paid, setPaid] = useState<PaymentNews | null>(null)

  /** An answer that a later question overtook says nothing any more. */
  const turn = useRef(0)
  const load = useCallback(async () => {
    turn.current += 1
    const mine = turn.current
    try {
      const contents = await readWallet()
      if (mine === turn.current) setState({ at: 'known', contents })
    } catch (error) {
      const code = codeOf(error)
      if (mine !== turn.current) return
      const kept = code !== 'NO_ACCOUNT'
      setState((before) => ({ at: 'failed', code, contents: before.at !== 'loading' && kept ? before.contents : null }))
    }
  }, [])
  useEffect(() => void load(), [load])

  const soon = useSoon(load)
  useLive({
    hear: (event) => {
      if (event.type === 'payment') {
        setNews(event.payment)
        if (event.payment.state === 'paid') setPaid(event.payment)
      }
      soon()
    },
    back: soon,
  })
  return { balance, settings, state, news, paid, again: () => void load() }
}
