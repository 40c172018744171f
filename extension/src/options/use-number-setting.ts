import { useEffect, useRef, useState } from 'react'
import type { WalletSettings } from 'shared'
import { api } from '../api'
import { codeOf, type FailureCode } from '../failures'

export type NumberSettingName = 'reserve' | 'lowCredits' | 'lowPercent'

export type SettingNews = { at: 'idle' | 'saving' | 'saved' | 'no-number' } | { at: 'failed'; code: FailureCode }

export interface NumberSetting {
  /** What the field shows: what is being typed, else what is set. */
  text: string
  news: SettingNews
  type: (text: string) => void
  /** The designer is done with the field. */
  leave: () => void
}

/** Who stops typing for so long wants it saved. */
const pauseMs = 800

/** The number that was typed, or null where it is none from 0 to `most`. */
export function numberTyped(text: string, most: number): number | null {
  const digits = text.trim()
  return /^\d{1,9}$/.test(digits) && Number(digits) <= most ? Number(digits) : null
}

/** Sends one setting. The balance carries the reserve and the low mark follows it, so it is asked for as well. */
async function send(name: NumberSettingName, value: number): Promise<void> {
  const change: Partial<WalletSettings> = { [name]: value }
  await api.updateSettings({ intentId: crypto.randomUUID(), ...change })
  await api.balance()
}

/** A setting that is saved as it is typed. `known` is what the server has, null while nobody knows. */
export function useNumberSetting(name: NumberSettingName, known: number | null, most: number): NumberSetting {
  const [typed, setTyped] = useState<string | null>(null)
  const [news, setNews] = useState<SettingNews>({ at: 'idle' })
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const turn = useRef(0)
  useEffect(() => () => clearTimeout(timer.current), [])

  const save = async (text: string) => {
    clearTimeout(timer.current)
    const value = numberTyped(text, most)
    if (value === null) return setNews({ at: 'no-number' })
    turn.current += 1
    const mine = turn.current
    setNews({ at: 'saving' })
    try {
      await send(name, value)
      if (mine === turn.current) setNews({ at: 'saved' })
    } catch (error) {
      if (mine === turn.current) setNews({ at: 'failed', code: codeOf(error) })
    }
  }
  const type = (text: string) => {
    clearTimeout(timer.current)
    setTyped(text)
    setNews({ at: 'idle' })
    if (numberTyped(text, most) !== null) timer.current = setTimeout(() => void save(text), pauseMs)
  }
  const leave = () => {
    if (typed === null || news.at === 'saving' || news.at === 'saved') return
    if (numberTyped(typed, most) !== known || news.at === 'failed') return void save(typed)
    clearTimeout(timer.current)
    setTyped(null)
  }
  return { text: typed ?? (known === null ? '' : String(known)), news, type, leave }
}
