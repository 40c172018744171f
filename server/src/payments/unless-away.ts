import { ToileError } from '../platform/errors.ts'
import type { Log } from '../platform/log.ts'
import { ProviderError } from './provider.ts'

/** Asks the provider while somebody waits. Where it cannot be reached, or refuses, that is `PAYMENTS_AWAY` for them, and told here. */
export async function unlessAway<Answer>(log: Log, told: string, ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await ask()
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error
    if (error.passing) log.warn({ err: error }, told)
    else log.error({ err: error }, told)
    throw new ToileError('PAYMENTS_AWAY', {}, { cause: error })
  }
}
