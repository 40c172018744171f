import { useEffect } from 'react'
import { ask } from '../messages'

const keepPromptAfterMs = 400

/** Keeps the prompt with the worker while it is written, so that closing loses nothing. */
export function useKeptPrompt(sessionId: string, prompt: string): void {
  useEffect(() => {
    const timer = setTimeout(() => {
      ask('ui-bg-overlay-changed', { sessionId, change: { prompt } }).catch((error: unknown) =>
        console.warn('Toile: the prompt was not kept', error),
      )
    }, keepPromptAfterMs)
    return () => clearTimeout(timer)
  }, [sessionId, prompt])
}
