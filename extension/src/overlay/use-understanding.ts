import { useEffect, useState } from 'react'
import { type PromptLanguage, promptLanguage, type Understanding } from 'shared'
import { api } from '../api'
import type { Wished } from '../overlay-session'
import { language } from '../ui/i18n'
import { takesWords } from './wish'

/** Long enough that nobody who types is asked about. */
const askAfterMs = 350

/** What an engine reads in a prompt, and which prompt that was. */
export interface Read extends Understanding {
  prompt: string
}

/** The language in which words are offered: the screen's own. */
export function wordsLanguage(): PromptLanguage {
  return promptLanguage.safeParse(language().split('-')[0]).data ?? 'en'
}

interface Question {
  operation: Wished
  prompt: string
  engine: string
}

/**
 * What would be read in the prompt, asked for while it is typed; null before the first answer. The last answer stays until
 * the next one is here. No price waits for it: where it cannot be had there are no chips, and that is all.
 */
export function useUnderstanding({ operation, prompt, engine }: Question): Read | null {
  const [read, setRead] = useState<Read | null>(null)
  const asked = takesWords(operation) ? prompt.trim() : ''
  useEffect(() => {
    let current = true
    if (asked === '') return setRead(null)
    const ask = async () => {
      try {
        const told = await api.understand({ operation, prompt: asked, engine, language: wordsLanguage() })
        if (current) setRead({ ...told, prompt: asked })
      } catch (error) {
        console.info('Toile: the prompt was not read', error)
      }
    }
    const timer = setTimeout(() => void ask(), askAfterMs)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [operation, asked, engine])
  return asked === '' ? null : read
}
