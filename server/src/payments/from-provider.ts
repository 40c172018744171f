import { ToileError } from '../platform/errors.ts'
import type { Log } from '../platform/log.ts'
import { ProviderError } from './provider.ts'

/** What a provider does while somebody waits. Where it cannot be reached, or refuses, that is `PAYMENTS_AWAY` for them, and told here. */
export async function fromProvider<Answer>({ log }: { log: Log }, asked: Promise<Answer>): Promise<Answer> {
  try {
    return await asked
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error
    if (error.passing) log.warn({ err: error }, 'the payment service could not be asked what somebody waits for')
    else log.error({ err: error }, 'the payment service refused what somebody waits for')
    throw new ToileError('PAYMENTS_AWAY', {}, { cause: error })
  }
}
