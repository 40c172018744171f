import { book, type HistoryPage, lotKind } from 'shared'
import type { Db } from '../../platform/db.ts'

/** A page of an account's entries, newest first, from before the cursor. */
export async function readHistory(
  db: Db,
  accountId: string,
  { cursor, limit }: { cursor?: number | undefined; limit: number },
): Promise<HistoryPage> {
  const rows = await db.read.entry.findMany({
    where: { accountId, ...(cursor === undefined ? {} : { sequence: { lt: cursor } }) },
    orderBy: { sequence: 'desc' },
    take: limit + 1,
    include: { lot: { select: { kind: true, label: true } } },
  })
  const entries = rows.slice(0, limit).map((row) => ({
    sequence: row.sequence,
    at: row.at.toISOString(),
    from: book.parse(row.from),
    to: book.parse(row.to),
    credits: row.amount,
    lot: { kind: lotKind.parse(row.lot.kind), label: row.lot.label },
    purpose: row.purpose,
    reference: row.reference,
  }))
  return { entries, nextCursor: rows.length > limit ? (entries.at(-1)?.sequence ?? null) : null }
}
