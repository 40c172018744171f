import type { ClawBackCommand, CloseCycleCommand, SetCapCommand } from 'server/wallet/commands'
import type { Column } from 'server/wallet/state'
import { count, done, type Foretold, type ModelLot, type ModelLots, oldestFirst } from './model-lots.ts'

const day = 86_400_000

/** Plan and pack lots pay what is owed; what was repaid for a debt that is no more comes back, newest lots first. */
export function evenDebt(lots: ModelLots): void {
  while (lots.debt() > 0) {
    const payer = lots.next(({ kind }) => kind === 'plan' || kind === 'pack')
    if (payer === undefined) break
    lots.shift(payer, 'available', 'repaid')
  }
  if (lots.debt() >= 0) return
  for (const lot of oldestFirst(lots.all).reverse()) {
    const returning = Math.min(-lots.debt(), count(lot, 'repaid'), count(lot, 'spent', 'repaid') - lot.owed)
    if (returning > 0) restore(lots, lot, 'repaid', returning)
  }
}

/** Taken credits come back for as long as their lot still had when they were taken, at least for the days of grace. */
function restore(lots: ModelLots, lot: ModelLot, from: Column, credits: number): void {
  const left = lot.expiresAt - (lot.takenAt ?? lots.now)
  for (let i = 0; i < credits; i++) lots.shift(lot, from, 'moved')
  lots.succeed(lot, credits, { source: 'restored', expiresAt: lots.now + Math.max(left, 7 * day) })
}

/** What time alone has brought: lots that ended roll over, and lots that began pay what is owed. */
export function catchUp(lots: ModelLots): void {
  const isOver = (lot: ModelLot) => lot.rollover !== null && lot.expiresAt <= lots.now && count(lot, 'available') > 0
  for (const lot of oldestFirst(lots.all)) if (isOver(lot)) endLot(lots, lot)
  evenDebt(lots)
}

/** What is left at the end rolls over as far as the terms say, of a cycle's lots together as far as the widest; the rest expires. */
export function endLot(lots: ModelLots, lot: ModelLot): void {
  const ofCycle = (other: ModelLot) =>
    other.rollover !== null && other.reference === lot.reference && other.expiresAt === lot.expiresAt
  const together = lot.rollover === null || lot.reference === null ? [lot] : oldestFirst(lots.all).filter(ofCycle)
  const left = together.filter((one) => count(one, 'available') > 0)
  const goingOn = left.flatMap((one) =>
    one.rollover !== null && one.rollover.until > lots.now ? [{ one, ...one.rollover }] : [],
  )
  const widest = goingOn.reduce((most, { max }) => Math.max(max, most), 0)
  let inAll = 0
  for (const { one, max, until } of goingOn.sort((a, b) => b.until - a.until)) {
    let rolled = 0
    for (; count(one, 'available') > 0 && rolled < max && inAll < widest; rolled++, inAll++) lots.shift(one, 'available', 'moved')
    if (rolled > 0) lots.succeed(one, rolled, { source: 'rollover', expiresAt: until })
  }
  for (const one of left) while (count(one, 'available') > 0) lots.shift(one, 'available', 'expired')
}

/** Pay-as-you-go may use `cap` credits of the cycle: the newest lot gives up what is too much, a new one brings what lacks. */
export function setCap(lots: ModelLots, command: SetCapCommand): Foretold {
  const ofCycle = oldestFirst(lots.all.filter((lot) => lot.kind === 'metered' && lot.reference === command.cycle))
  if (command.expiresAt <= lots.now) return { code: 'BAD_REQUEST' }
  lots.caps.set(command.cycle, command.cap)
  const allowed = () => ofCycle.reduce((sum, lot) => sum + count(lot, 'available', 'held', 'spent'), 0)
  const { lotId: id, cycle: reference, label, effectiveAt, expiresAt, cap } = command
  if (allowed() < cap) {
    const terms = { kind: 'metered', source: 'grant', priority: 0, rollover: null } as const
    lots.add({ ...terms, id, reference, label, effectiveAt, expiresAt }, cap - allowed())
    return done
  }
  while (allowed() > cap) {
    const newest = ofCycle.findLast((lot) => count(lot, 'available') > 0)
    if (newest === undefined) break
    lots.shift(newest, 'available', 'expired')
  }
  return done
}

/** A cycle's lots end, and all metered use of ended lots that is on no statement goes on one. */
export function closeCycle(lots: ModelLots, { cycle, endsAt }: CloseCycleCommand): Foretold {
  if (lots.now < endsAt) return { code: 'BAD_REQUEST' }
  const ofCycle = oldestFirst(lots.all.filter((lot) => lot.reference === cycle && lot.source === 'grant'))
  for (const lot of ofCycle) if (lot.expiresAt <= lots.now) endLot(lots, lot)
  let billed = 0
  for (const lot of lots.all) {
    while (lot.kind === 'metered' && lot.expiresAt <= lots.now && lot.billed < count(lot, 'spent')) {
      lot.billed++
      billed++
    }
  }
  return { code: null, billed }
}

/** A payment undone, in part or whole, takes that part of what it bought, rounded up. */
export function clawBack(lots: ModelLots, { lotId, undone, paid }: ClawBackCommand): Foretold {
  const root = lots.all.find((lot) => lot.id === lotId)
  if (root === undefined || root.source !== 'grant' || root.kind === 'metered') return { code: 'NOT_FOUND' }
  const family = () => [root, ...oldestFirst(lots.all.filter((lot) => lot.root === lotId && lot !== root))]
  for (const lot of family()) if (lot.expiresAt <= lots.now) endLot(lots, lot)

  let target = 0
  while (target < root.credits.length && target * paid < root.credits.length * undone) target++
  const inAll = (...books: Column[]) => family().reduce((sum, lot) => sum + count(lot, ...books), 0)
  while (inAll('clawedBack') < target) {
    const lot = family().find((candidate) => count(candidate, 'available') > 0)
    if (lot === undefined) break
    lots.shift(lot, 'available', 'clawedBack')
  }
  for (const lot of family()) {
    const returning = Math.min(count(lot, 'clawedBack'), inAll('clawedBack') - target)
    if (returning > 0) restore(lots, lot, 'clawedBack', returning)
  }

  for (const lot of family()) lot.owed = lot.claimed = 0
  for (let open = target - inAll('clawedBack', 'expired'); open > 0; open--) {
    const used = family().find((lot) => count(lot, 'spent', 'repaid') > lot.owed)
    const held = family().find((lot) => count(lot, 'held') > lot.claimed)
    if (used !== undefined) used.owed++
    else if (held !== undefined) held.claimed++
    else throw new Error('the model finds nothing to take the rest from')
  }
  return done
}
