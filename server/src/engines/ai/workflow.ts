import { ConfigError } from '../../platform/settings.ts'

/** JSON as a workflow holds it. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json }

/** What a workflow's placeholders stand for. */
export interface Placeholders {
  prompt: string
  seed: number
  width: number
  height: number
  /** The name that the uploaded source has at the service. */
  image: string
  factor: number
}

const known = ['prompt', 'seed', 'width', 'height', 'image', 'factor'] as const satisfies (keyof Placeholders)[]
const placeholder = /%([a-z_]+)%/g

/** A workflow with every placeholder filled in, once: what is put in is not looked through again. A text that is nothing else takes the value's own type. */
export function filled(workflow: Json, values: Placeholders): Json {
  if (typeof workflow === 'string') {
    const whole = known.find((name) => workflow === `%${name}%`)
    return whole === undefined ? workflow.replace(placeholder, (text, name: string) => inText(values, text, name)) : values[whole]
  }
  if (Array.isArray(workflow)) return workflow.map((part) => filled(part, values))
  if (typeof workflow !== 'object' || workflow === null) return workflow
  return Object.fromEntries(Object.entries(workflow).map(([key, part]) => [key, filled(part, values)]))
}

function inText(values: Placeholders, text: string, name: string): string {
  const found = known.find((one) => one === name)
  return found === undefined ? text : String(values[found])
}

/** The placeholders of a workflow. Throws `ConfigError` where it has one that nobody fills. */
export function placeholdersOf(workflow: Json, file: string): Set<string> {
  const found = new Set([...JSON.stringify(workflow).matchAll(placeholder)].map(([, name = '']) => name))
  const strange = [...found].filter((name) => !known.some((one) => one === name))
  if (strange.length > 0) {
    throw new ConfigError(`${file}: unknown %${strange.join('%, %')}%. Known: ${known.map((name) => `%${name}%`).join(' ')}.`)
  }
  return found
}
