import { dirname } from 'node:path'
import type * as z from 'zod'
import { readJsonFile } from '../../platform/json-file.ts'
import { ConfigError } from '../../platform/settings.ts'
import type { KeySetting } from './key-setting.ts'
import { Secret } from './secret.ts'
import { type EngineSettings, engineSettings } from './settings.ts'

/** The settings of the engines, and what is needed to use them. */
export interface ReadSettings {
  settings: EngineSettings
  /** Where the files lie that they name. */
  folder: string
  /** Looks a key up. Throws `ConfigError` where its variable is not set. */
  secret: (key: KeySetting) => Secret
}

/**
 * Reads and checks the file that TOILE_ENGINES names. What is wrong with it is a `ConfigError` that says where, and shows
 * nothing of what stands there: it may be a key.
 * @param variable a variable of the environment
 */
export function readEngineSettings(file: string, variable: (name: string) => string | undefined): ReadSettings {
  const parsed = engineSettings.safeParse(readJsonFile(file))
  if (!parsed.success) throw new ConfigError(parsed.error.issues.map((issue) => `${file}: ${described(issue)}`).join('\n'))
  const secret = (key: KeySetting) => {
    if (key instanceof Secret) return key
    const value = variable(key.env)
    if (value === undefined || value === '') throw new ConfigError(`${file}: the variable ${key.env} is not set.`)
    return new Secret(value)
  }
  return { settings: parsed.data, folder: dirname(file), secret }
}

/** The most telling line of an issue: a union's is the one of the branch that was meant. */
function described(issue: z.core.$ZodIssue): string {
  const at = issue.path.length > 0 ? issue.path.join('.') : 'the file'
  if (issue.code === 'unrecognized_keys') return `${at}: unknown ${issue.keys.join(', ')}.`
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const [deepest] = issue.errors.toSorted((p, q) => depth(q) - depth(p))
    const inner = deepest?.[0]
    if (inner !== undefined && (inner.path.length > 0 || inner.code === 'unrecognized_keys')) {
      return deepest?.map((one) => described({ ...one, path: [...issue.path, ...one.path] })).join(' ') ?? ''
    }
  }
  return `${at}: ${issue.message}.`
}

const depth = (issues: z.core.$ZodIssue[]) =>
  Math.max(...issues.map(({ path, code }) => path.length + (code === 'unrecognized_keys' ? 1 : 0)))
