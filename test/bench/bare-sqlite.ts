import Database from 'better-sqlite3'
import * as z from 'zod'

const lotRow = z.object({ id: z.string(), available: z.int() })
const holdRow = z.object({ accountId: z.string(), lotId: z.string(), amount: z.int() })

/**
 * The same work done as directly as SQLite allows: one transaction an operation on the same tables, with the same durability,
 * no queue, no Prisma. What the journal is measured against.
 */
export function bareWallet(file: string) {
  const db = new Database(file)
  for (const pragma of ['journal_mode = WAL', 'synchronous = FULL', 'foreign_keys = ON', 'recursive_triggers = ON'])
    db.pragma(pragma)
  const findKey = db.prepare('SELECT answer FROM CommandKey WHERE accountId = ? AND key = ?')
  const addKey = db.prepare("INSERT INTO CommandKey VALUES (?, ?, '', '{}', ?)")
  const findLot = db.prepare(
    'SELECT id, available FROM Lot WHERE accountId = ? AND available > 0 AND expiresAt > ? ORDER BY expiresAt LIMIT 1',
  )
  const moveLot = db.prepare('UPDATE Lot SET available = available - ?, held = held + ? - ?, spent = spent + ? WHERE id = ?')
  const addHold = db.prepare("INSERT INTO Hold VALUES (?, ?, 'm', 'vary', 'g', ?, 0, 0, ?, NULL)")
  const addLeg = db.prepare('INSERT INTO HoldLeg VALUES (?, 0, ?, ?, 0, 0)')
  const findHold = db.prepare(
    'SELECT h.accountId, g.lotId, h.amount FROM Hold h JOIN HoldLeg g ON g.holdId = h.id WHERE h.id = ? AND h.captured = 0',
  )
  const endHold = db.prepare('UPDATE Hold SET captured = amount, finishedAt = ? WHERE id = ?')
  const endLeg = db.prepare('UPDATE HoldLeg SET captured = amount WHERE holdId = ?')
  const count = db
    .prepare('UPDATE Wallet SET entryCount = entryCount + 1, lastCommandAt = ? WHERE accountId = ? RETURNING entryCount')
    .pluck()
  const addEntry = db.prepare('INSERT INTO Entry VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)')

  const hold = (accountId: string, credits: number, key: string): string => {
    const now = new Date().toISOString()
    if (findKey.get(accountId, key) !== undefined) return key
    const lot = lotRow.parse(findLot.get(accountId, now))
    moveLot.run(credits, credits, 0, 0, lot.id)
    addHold.run(key, accountId, credits, now)
    addLeg.run(key, lot.id, credits)
    addEntry.run(accountId, count.get(now, accountId), lot.id, key, 'available', 'held', credits, 'vary', 'g', key, now)
    addKey.run(accountId, key, now)
    return key
  }
  const capture = (holdId: string): void => {
    const now = new Date().toISOString()
    const { accountId, lotId, amount } = holdRow.parse(findHold.get(holdId))
    const key = `c${holdId}`
    if (findKey.get(accountId, key) !== undefined) return
    moveLot.run(0, 0, amount, amount, lotId)
    endHold.run(now, holdId)
    endLeg.run(holdId)
    addEntry.run(accountId, count.get(now, accountId), lotId, holdId, 'held', 'spent', amount, 'vary', 'g', key, now)
    addKey.run(accountId, key, now)
  }
  return { hold: db.transaction(hold).immediate, capture: db.transaction(capture).immediate, close: () => db.close() }
}
