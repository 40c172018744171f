import { ProviderError } from '../payments/provider.ts'
import { ToileError } from '../platform/errors.ts'

/** A provider that cannot be reached, as whoever waits is told. */
export async function fromProvider<Answer>(asked: Promise<Answer>): Promise<Answer> {
  try {
    return await asked
  } catch (error) {
    if (error instanceof ProviderError) throw new ToileError('PAYMENTS_AWAY', {}, { cause: error })
    throw error
  }
}
