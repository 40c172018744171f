import * as fc from 'fast-check'
import type { Because } from 'server/wallet/commands'
import type { WhenUsedUp } from 'shared'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** How the clock moves before a command: by so much, or to one of the next moments at which a lot begins or ends. */
export type Wait = { by: number } | { edge: number; off: number }

/** One of those that there are, newest first; `nobody` is an id that nothing has. */
export type Which = number | 'nobody'

/** So many; as many as there are; or one more than that. */
export type HowMany = number | 'all' | 'too many'

/** What somebody wants of a wallet, before it is known what there is: `toCommand` makes a command of it. */
export type Wish =
  | { want: 'nothing' }
  | { want: 'open' }
  | { want: 'configure'; reserve: number | undefined }
  | {
      want: 'grant'
      kind: 'trial' | 'promo' | 'plan' | 'pack'
      credits: number
      priority: number
      begins: number
      days: number
      inCycle: boolean
      rollover: { max: number; days: number } | null
    }
  | { want: 'setCap'; cycle: number; cap: number }
  | { want: 'hold'; credits: HowMany; project: Which | null; useReserve: boolean; overBudget: boolean }
  | { want: 'capture'; which: Which; credits: HowMany }
  | { want: 'release'; which: Which; credits: HowMany; because: Because }
  | { want: 'timeOut'; which: Which }
  | { want: 'refund'; which: Which; credits: HowMany; because: Because }
  | { want: 'expire'; which: Which }
  | { want: 'closeCycle'; cycle: number }
  | { want: 'clawBack'; which: Which; undone: number; paid: number }
  | { want: 'adjust'; credits: number; days: number }
  | { want: 'setBudget'; project: number; limit: number | null; whenUsedUp: WhenUsedUp }

export interface Step {
  /** Index of the account; the first is busiest, so that its history gets long. */
  account: number
  wait: Wait
  wish: Wish
}

const edge = fc.record({ edge: fc.nat(2), off: fc.constantFrom(-1, 0, 0, 1) })
const wait: fc.Arbitrary<Wait> = fc.oneof(
  { weight: 60, arbitrary: fc.constant({ by: 0 }) },
  { weight: 16, arbitrary: fc.record({ by: fc.constantFrom(1, minute, hour) }) },
  { weight: 4, arbitrary: fc.record({ by: fc.constantFrom(day / 2, day, 2 * day) }) },
  { weight: 14, arbitrary: edge },
  { weight: 1, arbitrary: fc.record({ by: fc.constantFrom(7 * day, 8 * day, 31 * day) }) },
)

const which: fc.Arbitrary<Which> = fc.oneof(
  { weight: 20, arbitrary: fc.nat(2) },
  { weight: 6, arbitrary: fc.nat(12) },
  { weight: 1, arbitrary: fc.constant<Which>('nobody') },
)
const howMany: fc.Arbitrary<HowMany> = fc.oneof(
  { weight: 10, arbitrary: fc.integer({ min: 1, max: 4 }) },
  { weight: 5, arbitrary: fc.constant<HowMany>('all') },
  { weight: 1, arbitrary: fc.constantFrom<HowMany>('too many', 0) },
)
const rarely = fc.constantFrom(false, false, false, true)
const because = fc.constantFrom<Because>('failed', 'cancelled', 'failed')

const grant: fc.Arbitrary<Wish> = fc.record({
  want: fc.constant('grant'),
  kind: fc.constantFrom('pack', 'plan', 'trial', 'promo', 'plan', 'pack'),
  credits: fc.integer({ min: 1, max: 15 }),
  priority: fc.constantFrom(0, 0, 0, -1, 1),
  begins: fc.constantFrom(0, 0, 0, 0, -day, minute, hour, day, 2 * day),
  days: fc.constantFrom(1, 3, 5, 8, 30),
  inCycle: fc.boolean(),
  rollover: fc.option(fc.record({ max: fc.integer({ min: 1, max: 6 }), days: fc.constantFrom(2, 5, 30) }), {
    nil: null,
    freq: 2,
  }),
})
const setCap = fc.record({
  want: fc.constant('setCap' as const),
  cycle: fc.constantFrom(0, 0, 0, 0, 1, -1),
  cap: fc.oneof(fc.nat(12), fc.constant(0)),
})
const hold = fc.record({
  want: fc.constant('hold' as const),
  credits: fc.oneof({ weight: 6, arbitrary: fc.integer({ min: 1, max: 6 }) }, { weight: 2, arbitrary: howMany }),
  project: fc.constantFrom<(number | 'nobody' | null)[]>(null, null, null, null, null, 0, 1, 2, 0, 1, 2, 'nobody'),
  useReserve: rarely,
  overBudget: rarely,
})
/** Money undone of money paid, cumulative: from nothing (a dispute won) to more than all. */
const clawBack = fc.record({
  want: fc.constant('clawBack' as const),
  which,
  undone: fc.oneof(fc.constantFrom(0, 0, 500, 999, 999), fc.nat(1200)),
  paid: fc.constantFrom(999, 999, 1000, 7),
})

const each: Record<Wish['want'], fc.WeightedArbitrary<Wish>> = {
  nothing: { weight: 1, arbitrary: fc.constant({ want: 'nothing' }) },
  open: { weight: 1, arbitrary: fc.constant({ want: 'open' }) },
  configure: {
    weight: 3,
    arbitrary: fc.record({ want: fc.constant('configure'), reserve: fc.option(fc.nat(8), { nil: undefined }) }),
  },
  grant: { weight: 14, arbitrary: grant },
  setCap: { weight: 8, arbitrary: setCap },
  hold: { weight: 22, arbitrary: hold },
  capture: { weight: 14, arbitrary: fc.record({ want: fc.constant('capture'), which, credits: howMany }) },
  release: { weight: 9, arbitrary: fc.record({ want: fc.constant('release'), which, credits: howMany, because }) },
  timeOut: { weight: 3, arbitrary: fc.record({ want: fc.constant('timeOut'), which }) },
  refund: { weight: 9, arbitrary: fc.record({ want: fc.constant('refund'), which, credits: howMany, because }) },
  expire: { weight: 4, arbitrary: fc.record({ want: fc.constant('expire'), which }) },
  closeCycle: { weight: 5, arbitrary: fc.record({ want: fc.constant('closeCycle'), cycle: fc.constantFrom(0, -1, -1, -2, 9) }) },
  clawBack: { weight: 12, arbitrary: clawBack },
  adjust: {
    weight: 10,
    arbitrary: fc.record({
      want: fc.constant('adjust'),
      credits: fc.constantFrom(1, 3, 6, -1, -2, -4, -40),
      days: fc.constantFrom(1, 3, 30),
    }),
  },
  setBudget: {
    weight: 3,
    arbitrary: fc.record({
      want: fc.constant('setBudget'),
      project: fc.nat(2),
      limit: fc.option(fc.nat(15), { nil: null, freq: 6 }),
      whenUsedUp: fc.constantFrom<WhenUsedUp>('stop', 'ask', 'tell'),
    }),
  },
}

interface Choice {
  accounts?: number
  commands?: number
  /** What may be wished; nothing always may. */
  only?: readonly Wish['want'][]
}

/**
 * Histories of several accounts under one clock. Their length is fixed: what a failure does not need shrinks to `nothing`.
 * `moveClock` and `toCommand` make commands of them, one after another, out of what the wallets are by then.
 */
export function commandSequence({ accounts = 4, commands = 50, only }: Choice): fc.Arbitrary<Step[]> {
  const account = fc.constantFrom(...[0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 2, 2, 3].filter((index) => index < accounts))
  const { nothing, ...more } = each
  const chosen = only === undefined ? Object.values(more) : only.map((want) => each[want])
  const wish = fc.oneof({ withCrossShrink: true }, nothing, ...chosen)
  const step = fc.record({ account, wait, wish })
  // The first command after a lot has begun or ended meets what no command has put right yet.
  const atAnEdge = fc.record({ account: fc.constant(0), wait: edge, wish: fc.oneof(...chosen) })
  const some = fc.oneof({ withCrossShrink: true }, { weight: 9, arbitrary: step }, { weight: 1, arbitrary: atAnEdge })
  return fc.array(some, { minLength: commands, maxLength: commands })
}
