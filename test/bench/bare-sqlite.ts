import Database from 'better-sqlite3'
import { pragmas } from 'server/platform/sqlite-gate'
import * as z from 'zod'

const walletRow = z.object({ entryCount: z.int(), debt: z.int(), reserve: z.int() })
const lotRow = z.object({ id: z.string(), available: z.int() })
const holdRow = z.object({ accountId: z.string(), amount: z.int(), captured: z.int() })
const legRow = z.object({ position: z.int(), lotId: z.string(), amount: z.int() })

/**
 * The same work done as directly as SQLite allows: one transaction a command on the same tables, with the same durability,
 * no queue, no Prisma. What the journal is measured against.
 */
export function bareWallet(file: string) {
  const db = new Database(file)
  for (const pragma of pragmas) db.pragma(pragma)
  const findKey = db.prepare('SELECT answer FROM CommandKey WHERE accountId = ? AND key = ?')
  const addKey = db.prepare("INSERT INTO CommandKey VALUES (?, ?, '', '{}', ?)")
  const findWallet = db.prepare('SELECT entryCount, debt, reserve FROM Wallet WHERE accountId = ?')
  const setWallet = db.prepare('UPDATE Wallet SET entryCount = ?, lastCommandAt = ? WHERE accountId = ?')
  const findLots = db.prepare(
    'SELECT id, available FROM Lot WHERE accountId = ? AND closedAt IS NULL AND available > 0 AND expiresAt > ? ORDER BY expiresAt',
  )
  const holdLot = db.prepare('UPDATE Lot SET available = available - ?, held = held + ? WHERE id = ?')
  const spendLot = db.prepare('UPDATE Lot SET held = held - ?, spent = spent + ? WHERE id = ?')
  const addHold = db.prepare(
    `INSERT INTO Hold (id, accountId, memberId, purpose, reference, amount, captured, released, refunded, createdAt)
     VALUES (?, ?, 'm', 'vary', 'g', ?, 0, 0, 0, ?)`,
  )
  const addLeg = db.prepare('INSERT INTO HoldLeg VALUES (?, ?, ?, ?, 0, 0, 0)')
  const findHold = db.prepare('SELECT accountId, amount, captured FROM Hold WHERE id = ?')
  const findLegs = db.prepare('SELECT position, lotId, amount FROM HoldLeg WHERE holdId = ?')
  const endHold = db.prepare('UPDATE Hold SET captured = amount, finishedAt = ? WHERE id = ?')
  const endLeg = db.prepare('UPDATE HoldLeg SET captured = amount WHERE holdId = ? AND position = ?')
  const addEntry = db.prepare("INSERT INTO Entry VALUES (?, ?, ?, ?, NULL, ?, ?, ?, 'vary', 'g', ?, ?)")

  const hold = (accountId: string, credits: number, key: string): string => {
    const now = new Date().toISOString()
    if (findKey.get(accountId, key) !== undefined) return key
    const wallet = walletRow.parse(findWallet.get(accountId))
    addHold.run(key, accountId, credits, now)
    let [left, sequence, position] = [credits, wallet.entryCount, 0]
    for (const row of findLots.all(accountId, now)) {
      const lot = lotRow.parse(row)
      const part = Math.min(left, lot.available)
      holdLot.run(part, part, lot.id)
      addLeg.run(key, position++, lot.id, part)
      addEntry.run(accountId, ++sequence, lot.id, key, 'available', 'held', part, key, now)
      left -= part
      if (left === 0) break
    }
    if (left > 0) throw new Error('not enough credits')
    setWallet.run(sequence, now, accountId)
    addKey.run(accountId, key, now)
    return key
  }
  const capture = (holdId: string): void => {
    const now = new Date().toISOString()
    const { accountId } = holdRow.parse(findHold.get(holdId))
    const key = `c${holdId}`
    if (findKey.get(accountId, key) !== undefined) return
    let sequence = walletRow.parse(findWallet.get(accountId)).entryCount
    for (const row of findLegs.all(holdId)) {
      const leg = legRow.parse(row)
      spendLot.run(leg.amount, leg.amount, leg.lotId)
      endLeg.run(holdId, leg.position)
      addEntry.run(accountId, ++sequence, leg.lotId, holdId, 'held', 'spent', leg.amount, key, now)
    }
    endHold.run(now, holdId)
    setWallet.run(sequence, now, accountId)
    addKey.run(accountId, key, now)
  }
  return { hold: db.transaction(hold).immediate, capture: db.transaction(capture).immediate, close: () => db.close() }
}
