import { readFileSync } from 'node:fs'
import { join } from 'node:path'

type Listener = (changes: Record<string, { newValue?: unknown }>, area: string) => void

/** A stand-in for one area of `chrome.storage`, telling its changes as the browser does. */
function area(name: string, listeners: Set<Listener>, content: Record<string, unknown>) {
  return {
    get: async (key: string) => (key in content ? { [key]: structuredClone(content[key]) } : {}),
    set: async (values: Record<string, unknown>) => {
      Object.assign(content, structuredClone(values))
      const changes = Object.fromEntries(Object.entries(values).map(([key, newValue]) => [key, { newValue }]))
      for (const listener of listeners) listener(changes, name)
    },
  }
}

/** What unit tests need of the browser: storage, and the sentences of a locale as the built extension has them. */
export function fakeChrome(stored: { local?: Record<string, unknown>; session?: Record<string, unknown> } = {}, locale = 'en') {
  const file = join(import.meta.dirname, '..', 'locales', locale, 'messages.json')
  const sentences: Record<string, { message: string }> = JSON.parse(readFileSync(file, 'utf8'))
  const listeners = new Set<Listener>()
  return {
    storage: {
      local: area('local', listeners, stored.local ?? {}),
      session: area('session', listeners, stored.session ?? {}),
      onChanged: {
        addListener: (listener: Listener) => listeners.add(listener),
        removeListener: (listener: Listener) => listeners.delete(listener),
      },
    },
    i18n: {
      getMessage: (key: string) => sentences[key]?.message ?? '',
      getUILanguage: () => locale.replace('_', '-'),
    },
  }
}
