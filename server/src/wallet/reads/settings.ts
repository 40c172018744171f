import type { WalletSettings } from 'shared'
import type { Db } from '../../platform/db.ts'
import { ToileError } from '../../platform/errors.ts'

const columns = { reserve: true, lowPercent: true, lowCredits: true, timeZone: true } as const

/** What the designer set for the wallet. `NOT_FOUND` where there is none. */
export async function readSettings(db: Db, accountId: string): Promise<WalletSettings> {
  const settings = await db.read.wallet.findUnique({ where: { accountId }, select: columns })
  if (settings === null) throw new ToileError('NOT_FOUND')
  return settings
}
