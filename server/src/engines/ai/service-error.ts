import { APICallError } from '@ai-sdk/provider'
import { NoImageGeneratedError } from 'ai'
import { ToileError } from '../../platform/errors.ts'
import type { Secret } from './secret.ts'

/** A service answered with an error. */
export class ServiceError extends Error {
  readonly status: number
  /** What it answered, as it stands. */
  readonly body: string

  constructor(status: number, body: string) {
    super(`The service answered ${status}`)
    this.name = 'ServiceError'
    this.status = status
    this.body = body
  }
}

/** How services say that they will not make or show a picture. Single words like “safety” also stand in their settings' names. */
const refusal =
  /content[_ -]?(?:policy|filter|moderat\w*)|moderation[_ ](?:blocked|failed)|(?:request|content) moderated|was moderated|safety (?:system|filter)|image_safety|prohibited_content|blocklist"|nsfw|responsible ?ai|flagged (?:as|by|for)|sensitive content|Reason":"(?:SAFETY|SPII)/i

/** Most characters of a service's answer that are looked through. */
const longestRead = 10_000
/** Most characters of a service's answer that go into the log. */
const longestTold = 300

/**
 * What a service's error means for the designer: `MODERATED` where it will not make such a picture, `ENGINE_FAILED` for the
 * rest. The cause is for the log: what the service said, without keys, prompt and picture.
 */
export function toToileError(error: unknown, engine: string, secrets: Secret[]): ToileError {
  if (error instanceof ToileError) return error
  const { status, text: whole } = saidBy(error)
  const text = whole.slice(0, longestRead)
  const mayRefuse = status === null || (status >= 400 && status < 500 && status !== 401 && status !== 429)
  const cause = new Error(`${engine}: ${hidden(text, secrets)}`)
  if (!mayRefuse || !refusal.test(text)) return new ToileError('ENGINE_FAILED', {}, { cause })
  return new ToileError('MODERATED', { categories: categoriesIn(text) }, { cause })
}

/** An answer's status, or null where it was a success that says no or no answer at all; and what it says. */
function saidBy(error: unknown): { status: number | null; text: string } {
  if (error instanceof ServiceError) return { status: error.status, text: `${error.status} ${error.body}` }
  if (APICallError.isInstance(error)) {
    const { statusCode, message, responseBody = '' } = error
    return { status: statusCode ?? null, text: [statusCode, message, responseBody].join(' ').trim() }
  }
  if (NoImageGeneratedError.isInstance(error)) {
    const reasons = error.calls?.map(({ providerMetadata }) => JSON.stringify(providerMetadata)) ?? []
    return { status: null, text: [error.message, ...reasons].join(' ') }
  }
  return { status: null, text: error instanceof Error ? error.message : String(error) }
}

/** OpenAI names what was violated; the others give a word for the rule. */
function categoriesIn(text: string): string[] {
  const named = /safety_violations=\[([^\]]*)\]/.exec(text)?.[1]
  if (named) return named.split(',').map((one) => one.trim())
  const word = refusal.exec(text)?.[0] ?? 'refused'
  return [
    word
      .replace(/^.*":"|"$/g, '')
      .toLowerCase()
      .replaceAll('_', ' '),
  ]
}

function hidden(text: string, secrets: Secret[]): string {
  return secrets.reduce((left, secret) => secret.hiddenIn(left), text).slice(0, longestTold)
}
