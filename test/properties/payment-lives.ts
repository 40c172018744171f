import type { Ends } from './state-of-account.ts'

/** A designer, the place where they pay, and their bank. What they did last is what a step is about. */
export interface Person {
  /** Asks Toile for a place to pay, and opens it. */
  orders(thing: { pack: string } | { plan: string } | { cap: number }): Promise<void>
  pays(): Promise<void>
  /** Agrees to a payment whose money comes days later. */
  agrees(): Promise<void>
  moneyComes(): Promise<void>
  moneyStaysAway(): Promise<void>

  /** Of the payment that was made last. */
  isRefunded(amount: number): Promise<void>
  /** The refund that was made last did not arrive. */
  refundFails(): Promise<void>
  disputes(): Promise<void>
  wins(): Promise<void>
  loses(): Promise<void>

  changesTo(plan: string): Promise<void>
  cancels(): Promise<void>
  resumes(): Promise<void>
  setsCap(cap: number): Promise<void>
  /** From now on the bank declines what is charged without the designer, or not any more. */
  hasMoney(enough: boolean): Promise<void>
  /** Pays by hand what could not be charged. */
  paysWhatIsOwed(): Promise<void>

  /** Has images made: credits are held, and captured. */
  spends(credits: number): Promise<void>
  /** Has images begun. */
  holds(credits: number): Promise<void>
  /** What was begun ends: so many credits of it as images that arrived, so many as images that did not. */
  settles(credits: { arrived: number; failed: number }): Promise<void>
}

type Step =
  | { what: string; does: (person: Person) => Promise<void> }
  /** Time goes by for everybody, ms; what time alone changes is swept. */
  | { what: string; passes: number }
  /** All that was told so far has arrived: what follows needs it. */
  | { what: 'heard' }

/** What happens to somebody's money, and how it must end. */
export interface Life {
  name: string
  steps: Step[]
  ends: Ends
}

const hour = 3_600_000
const day = 24 * hour

const does = (what: string, step: (person: Person) => Promise<void>): Step => ({ what, does: step })
const passes = (ms: number): Step => ({ what: `${ms / hour} hours pass`, passes: ms })
const heard: Step = { what: 'heard' }

const buys = (pack: string): Step[] => [
  does(`orders ${pack}`, (person) => person.orders({ pack })),
  does('pays', (person) => person.pays()),
]
const subscribes = (plan: string): Step[] => [
  does(`orders ${plan}`, (person) => person.orders({ plan })),
  does('pays', (person) => person.pays()),
]
const spends = (credits: number) => does(`spends ${credits}`, (person) => person.spends(credits))
const isRefunded = (amount: number) => does(`is refunded ${amount} cents`, (person) => person.isRefunded(amount))
const hasMoney = (enough: boolean) => does(enough ? 'has money' : 'has no money', (person) => person.hasMoney(enough))

/** From one boundary to the next; the charge comes an hour or so after it, so it is looked at before and after. */
const month = (days: number): Step[] => [passes((days - 1) * day), passes(day - 2 * hour), passes(2 * hour), passes(2 * hour)]
/** Of what is left after a month's step: the same moment of the next month. */
const nextMonth = (days: number): Step[] => [passes((days - 1) * day), passes(day - 4 * hour), passes(2 * hour), passes(2 * hour)]

/** From 31 January 2027: the months' last days, over a February, and two months more than a year. */
const daysTo = { february: 28, others: [31, 30, 31, 30, 31, 31, 30, 31, 30, 31, 31, 29] }

const packLives: Life[] = [
  {
    name: 'a pack',
    steps: buys('pack-100'),
    ends: { balance: 100, debt: 0, payments: ['pack paid 900'] },
  },
  {
    name: 'a pack whose money comes late',
    steps: [
      does('orders', (person) => person.orders({ pack: 'pack-300' })),
      does('agrees', (person) => person.agrees()),
      passes(2 * day),
      does('its money comes', (person) => person.moneyComes()),
    ],
    ends: { balance: 300, debt: 0, payments: ['pack paid 2400'] },
  },
  {
    name: 'a pack whose money never comes',
    steps: [
      does('orders', (person) => person.orders({ pack: 'pack-300' })),
      does('agrees', (person) => person.agrees()),
      passes(2 * day),
      does('its money stays away', (person) => person.moneyStaysAway()),
    ],
    ends: { balance: 0, debt: 0, payments: ['pack failed 2400'] },
  },
  {
    name: 'a place to pay that is left',
    steps: [does('orders', (person) => person.orders({ pack: 'pack-600' })), passes(25 * hour)],
    ends: { balance: 0, debt: 0, payments: [] },
  },
]

const undoneLives: Life[] = [
  {
    name: 'a pack refunded before anything was heard of it',
    steps: [...buys('pack-100'), isRefunded(300), isRefunded(150)],
    ends: { balance: 50, debt: 0, payments: ['pack paid 900, refunded 450'] },
  },
  {
    name: 'a pack refunded in part, then whole, with credits spent before and between',
    steps: [...buys('pack-100'), heard, spends(30), isRefunded(450), heard, spends(15), isRefunded(450)],
    // 100 − 30 spent; 50 of 70 are taken; 15 of 20 are spent; 5 are taken, and the 45 that were spent are owed.
    ends: { balance: 0, debt: 45, payments: ['pack paid 900, refunded 900'] },
  },
  {
    name: 'a pack refunded while images are being made',
    steps: [
      ...buys('pack-100'),
      heard,
      spends(20),
      does('has images begun', (person) => person.holds(60)),
      isRefunded(900),
      heard,
      does('half of the images arrive, the others fail', (person) => person.settles({ arrived: 30, failed: 30 })),
    ],
    // The 20 that are free are taken, and the 30 that come back; the 20 that were spent and the 30 that are, are owed.
    ends: { balance: 0, debt: 50, payments: ['pack paid 900, refunded 900'] },
  },
  {
    name: 'a debt that the next pack pays',
    steps: [...buys('pack-100'), heard, spends(60), isRefunded(900), ...buys('pack-100')],
    ends: { balance: 40, debt: 0, payments: ['pack paid 900', 'pack paid 900, refunded 900'] },
  },
  {
    name: 'a refund that does not arrive',
    steps: [...buys('pack-100'), heard, spends(60), isRefunded(900), does('the refund fails', (person) => person.refundFails())],
    ends: { balance: 40, debt: 0, payments: ['pack paid 900'] },
  },
  {
    name: 'a dispute lost',
    steps: [
      ...buys('pack-100'),
      heard,
      spends(60),
      does('disputes', (person) => person.disputes()),
      passes(20 * day),
      does('loses', (person) => person.loses()),
    ],
    ends: { balance: 0, debt: 60, payments: ['pack paid 900, disputed 900, lost 900'] },
  },
  {
    name: 'a dispute won',
    steps: [
      ...buys('pack-100'),
      heard,
      spends(60),
      does('disputes', (person) => person.disputes()),
      passes(20 * day),
      does('wins', (person) => person.wins()),
    ],
    ends: { balance: 40, debt: 0, payments: ['pack paid 900'] },
  },
]

const months14: Step[] = [...month(daysTo.february), ...daysTo.others.flatMap(nextMonth)]

const planLives: Life[] = [
  {
    name: 'a plan over 14 months, of which nothing is heard but at the end',
    steps: [...subscribes('month-120'), ...months14],
    ends: {
      balance: 120,
      debt: 0,
      payments: Array(14).fill('plan paid 960'),
      subscriptions: ['plan active month-120'],
      lots: 14,
    },
  },
  {
    name: 'a plan over 14 months beside a pack',
    steps: [...buys('pack-100'), ...subscribes('month-120'), heard, spends(20), ...month(28), spends(130), ...months14.slice(4)],
    // The plan's credits end sooner, so they go first: of 130 in March ten are the pack's. The pack is good for twelve months.
    ends: {
      balance: 120,
      debt: 0,
      payments: ['pack paid 900', ...Array(14).fill('plan paid 960')],
      subscriptions: ['plan active month-120'],
      lots: 15,
    },
  },
  {
    name: 'an upgrade, and its renewal',
    steps: [
      ...subscribes('month-30'),
      heard,
      passes(10 * day),
      does('changes to the larger plan', (person) => person.changesTo('month-120')),
      passes(18 * day - 2 * hour),
      passes(2 * hour),
      passes(2 * hour),
    ],
    ends: {
      balance: 120,
      debt: 0,
      payments: ['plan paid 270', 'plan paid 960', 'upgrade paid 690'],
      subscriptions: ['plan active month-120'],
      lots: 3,
    },
  },
  {
    name: 'an upgrade that is refunded',
    steps: [
      ...subscribes('month-30'),
      heard,
      passes(10 * day),
      does('changes to the larger plan', (person) => person.changesTo('month-120')),
      heard,
      spends(40),
      isRefunded(690),
    ],
    // The smaller lot is the older one, so it is spent first: 30 of it, and 10 of the difference, which are owed.
    ends: { balance: 0, debt: 10, payments: ['plan paid 270', 'upgrade paid 690, refunded 690'], lots: 2 },
  },
  {
    name: 'a plan’s payment that is disputed, and the dispute is won',
    steps: [
      ...subscribes('month-120'),
      heard,
      spends(20),
      does('disputes', (person) => person.disputes()),
      passes(5 * day),
      does('wins', (person) => person.wins()),
    ],
    ends: { balance: 100, debt: 0, payments: ['plan paid 960'], subscriptions: ['plan active month-120'] },
  },
  {
    name: 'a downgrade after a change of mind, and its renewal',
    steps: [
      ...subscribes('month-120'),
      heard,
      spends(20),
      does('cancels', (person) => person.cancels()),
      does('goes on after all', (person) => person.resumes()),
      does('changes to the smaller plan', (person) => person.changesTo('month-30')),
      ...month(28),
    ],
    ends: {
      balance: 30,
      debt: 0,
      payments: ['plan paid 270', 'plan paid 960'],
      subscriptions: ['plan active month-30'],
      lots: 2,
    },
  },
  {
    name: 'a year’s plan that is refunded in part in its third month',
    steps: [
      ...subscribes('year-30'),
      heard,
      ...month(28),
      ...nextMonth(31),
      heard,
      spends(10),
      isRefunded(1350),
      heard,
      ...nextMonth(30),
    ],
    // Each month is half paid: of the third 15 of the 20 that were left are taken, and the fourth has 15.
    ends: {
      balance: 15,
      debt: 0,
      payments: ['plan paid 2700, refunded 1350'],
      subscriptions: ['plan active year-30'],
      lots: 4,
    },
  },
  {
    name: 'a plan that is cancelled',
    steps: [
      ...subscribes('month-120'),
      heard,
      spends(20),
      passes(10 * day),
      does('cancels', (person) => person.cancels()),
      passes(18 * day - 2 * hour),
      passes(4 * hour),
    ],
    ends: { balance: 0, debt: 0, payments: ['plan paid 960'], subscriptions: ['plan ended month-120'], lots: 1 },
  },
  {
    name: 'a renewal that fails for good',
    steps: [
      ...subscribes('month-120'),
      heard,
      hasMoney(false),
      ...month(28),
      heard,
      spends(20),
      passes(4 * day),
      passes(4 * day),
      passes(30 * day),
    ],
    ends: { balance: 0, debt: 20, payments: ['plan failed 960', 'plan paid 960'], lots: 2 },
  },
  {
    name: 'a renewal that fails, and is paid in time',
    steps: [
      ...subscribes('month-120'),
      heard,
      hasMoney(false),
      ...month(28),
      heard,
      spends(20),
      passes(3 * day),
      hasMoney(true),
      does('pays what is owed', (person) => person.paysWhatIsOwed()),
      passes(7 * day),
    ],
    ends: {
      balance: 100,
      debt: 0,
      payments: ['plan paid 960', 'plan paid 960'],
      subscriptions: ['plan active month-120'],
      lots: 2,
    },
  },
  {
    name: 'a renewal that is refunded in part',
    steps: [...subscribes('month-120'), heard, ...month(28), heard, spends(20), isRefunded(480)],
    ends: {
      balance: 40,
      debt: 0,
      payments: ['plan paid 960', 'plan paid 960, refunded 480'],
      subscriptions: ['plan active month-120'],
      lots: 2,
    },
  },
]

const agreesToPay = (cap: number): Step[] => [
  does(`asks for pay-as-you-go up to ${cap}`, (person) => person.orders({ cap })),
  does('agrees', (person) => person.pays()),
]

const meteredLives: Life[] = [
  {
    name: 'a month of pay-as-you-go',
    steps: [...agreesToPay(50), heard, spends(12), ...month(28)],
    ends: { balance: 0, debt: 0, payments: ['metered paid 120'], subscriptions: ['metered active, cap 50'], metered: 50 },
  },
  {
    name: 'pay-as-you-go with a cap that is raised and used up',
    steps: [
      ...agreesToPay(10),
      heard,
      spends(10),
      does('raises the cap', (person) => person.setsCap(30)),
      spends(20),
      does('lowers the cap', (person) => person.setsCap(20)),
      ...month(28),
    ],
    ends: { balance: 0, debt: 0, payments: ['metered paid 300'], subscriptions: ['metered active, cap 20'], metered: 20 },
  },
  {
    name: 'a month of pay-as-you-go whose charge fails',
    steps: [...agreesToPay(50), heard, spends(12), hasMoney(false), ...month(28), passes(day)],
    ends: { balance: 0, debt: 0, payments: ['metered failed 120'], metered: 0 },
  },
  {
    name: 'a month of pay-as-you-go that is paid late',
    steps: [
      ...agreesToPay(50),
      heard,
      spends(12),
      hasMoney(false),
      ...month(28),
      passes(day),
      hasMoney(true),
      does('pays what is owed', (person) => person.paysWhatIsOwed()),
    ],
    ends: { balance: 0, debt: 0, payments: ['metered paid 120'], subscriptions: ['metered active, cap 50'], metered: 50 },
  },
]

export const lives: Life[] = [...packLives, ...undoneLives, ...planLives, ...meteredLives]
