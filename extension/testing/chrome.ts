import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const extensionId = 'jnblbghlihnigpeneedjndeibmbnhdio'

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

/** Alarms that are set, by name; none of them rings by itself. */
function alarms() {
  const set = new Map<string, unknown>()
  return {
    set,
    create: async (name: string, how: unknown) => void set.set(name, how),
    get: async (name: string) => set.get(name),
    clear: async (name: string) => set.delete(name),
  }
}

/** What unit tests need of the browser: storage, alarms, and the sentences of a locale as the built extension has them. */
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
    alarms: alarms(),
    runtime: {
      id: extensionId,
      getURL: (path: string) => `chrome-extension://${extensionId}/${path}`,
      getPlatformInfo: async () => ({}),
    },
    i18n: {
      getMessage: (key: string) => sentences[key]?.message ?? '',
      getUILanguage: () => locale.replace('_', '-'),
    },
  }
}
