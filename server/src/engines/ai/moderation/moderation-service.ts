import sharp from 'sharp'
import * as z from 'zod'
import { maxPixels } from '../../../images/guard.ts'
import { ToileError } from '../../../platform/errors.ts'
import type { Log } from '../../../platform/log.ts'
import { boundedFetch } from '../bounded-fetch.ts'
import { callFor, type HttpService } from '../http-service.ts'
import { Secret } from '../secret.ts'
import { toToileError } from '../service-error.ts'
import { patientFetch } from '../service-run.ts'
import type { ModerationSettings } from './moderation-settings.ts'

/** What is shown to the moderator: words, a picture, or both. */
export interface Shown {
  text?: string
  picture?: Uint8Array
}

export interface ModerationService {
  /** Throws `MODERATED` with the moderator's categories; `ENGINE_FAILED` where it cannot be asked and the settings refuse then. */
  check(shown: Shown, signal: AbortSignal): Promise<void>
}

const verdicts = z.object({
  results: z.array(z.object({ flagged: z.boolean(), categories: z.record(z.string(), z.boolean().nullable()) })).min(1),
})

/** Longest edge of a picture shown to the moderator, in px. */
const shownEdge = 768
const retries = 2

/** A service that speaks OpenAI's `/moderations`. */
export function createModerationService(
  settings: NonNullable<ModerationSettings['service']>,
  key: Secret | null,
  log: Log,
): ModerationService {
  const headers: Record<string, string> = key === null ? {} : { authorization: `Bearer ${key.reveal()}` }
  const at: HttpService = { baseUrl: settings.baseUrl, headers }
  const { timeoutMs } = settings
  return {
    check: async (shown, signal) => {
      const input = await inputOf(shown, settings.pictures)
      if (input.length === 0) return
      const fetch = patientFetch(boundedFetch(globalThis.fetch), { retries, longestWaitMs: timeoutMs, asksOnly: true })
      const within = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)])
      let answer: z.infer<typeof verdicts>
      try {
        answer = await callFor(verdicts, fetch, at, '/moderations', { body: { model: settings.model, input }, signal: within })
      } catch (error) {
        signal.throwIfAborted()
        const failure = toToileError(error, 'moderation', [...(key === null ? [] : [key]), new Secret(shown.text ?? '')])
        if (settings.whenAway === 'refuse') throw new ToileError('ENGINE_FAILED', {}, { cause: failure.cause })
        log.warn({ err: failure }, 'the moderation service could not be asked; the settings let the image pass')
        return
      }
      const broken = answer.results.filter(({ flagged }) => flagged).map(({ categories }) => namesOf(categories))
      if (broken.length > 0) throw new ToileError('MODERATED', { categories: [...new Set(broken.flat())] })
    },
  }
}

const namesOf = (categories: Record<string, boolean | null>) =>
  Object.keys(categories).filter((name) => categories[name] === true)

async function inputOf({ text = '', picture }: Shown, pictures: boolean): Promise<object[]> {
  const words = text === '' ? [] : [{ type: 'text', text }]
  if (picture === undefined || !pictures) return words
  const small = await sharp(picture, { limitInputPixels: maxPixels })
    .resize(shownEdge, shownEdge, { fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: 85 })
    .toBuffer()
  return [...words, { type: 'image_url', image_url: { url: `data:image/jpeg;base64,${small.toString('base64')}` } }]
}
