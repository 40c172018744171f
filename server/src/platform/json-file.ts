import { readFileSync } from 'node:fs'
import { ConfigError } from './settings.ts'

/** What stands in a file that a setting names. Throws `ConfigError` where there is none, or where it is no JSON. */
export function readJsonFile(file: string): unknown {
  return parseJson(file, readText(file))
}

/** The file's text. Throws `ConfigError` where there is none. */
function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    throw new ConfigError(`${file} cannot be read.`, { cause })
  }
}

/** Throws `ConfigError` where the text is no JSON; the parser's own message would quote it. */
function parseJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new ConfigError(`${file} is not valid JSON.`)
  }
}
