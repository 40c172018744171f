import { readFileSync } from 'node:fs'
import * as z from 'zod'

const catalogue = z.record(z.string(), z.object({ message: z.string() }))

/** The catalogue of a language. */
const folders: Record<string, string> = { pt: 'pt_BR', es: 'es' }

/** The names of buttons and headings in one language, as its catalogue has them: `words('generate_images_other', { count: 4 })`. */
export type Words = (key: string, filled?: Record<string, string | number>) => string

export function wordsOf(locale: string): Words {
  const folder = folders[locale.slice(0, 2)] ?? 'en'
  const file = new URL(`../../extension/locales/${folder}/messages.json`, import.meta.url)
  const messages = catalogue.parse(JSON.parse(readFileSync(file, 'utf8')))
  return (key, filled = {}) => {
    const message = messages[key]?.message
    if (message === undefined) throw new Error(`The catalogue ${folder} has no ${key}`)
    return message.replace(/\{(\w+)\}/g, (whole, name: string) => String(filled[name] ?? whole))
  }
}

/** A pattern for a name of which only the beginning is known: what follows the last `{…}` left open does not matter. */
export function beginning(name: string): RegExp {
  const known = name.split('{')[0] ?? name
  return new RegExp(`^${known.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`)
}
