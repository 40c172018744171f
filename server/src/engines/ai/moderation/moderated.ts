import type { Engine } from '../../engine.ts'
import { paidFor } from '../paid-for.ts'
import type { ModerationService } from './moderation-service.ts'
import type { WordRules } from './word-list.ts'

/**
 * An engine under the studio's rules: words are judged before anything is held, words and source before the engine runs, and
 * the picture before it counts. What was judged before a crash is not judged again.
 */
export function withModeration(engine: Engine, words: WordRules, service: ModerationService | null): Engine {
  return {
    ...engine,
    understand: (enquiry) => {
      words(enquiry.prompt)
      return engine.understand(enquiry)
    },
    run: async (job, how) => {
      const { prompt, source } = job
      if (how.ticket.kept === null) {
        await service?.check({ text: prompt, ...(source === null ? {} : { picture: source }) }, how.signal)
      }
      const result = await engine.run(job, how)
      await service?.check({ picture: result.bytes }, paidFor(how.signal))
      return result
    },
  }
}
