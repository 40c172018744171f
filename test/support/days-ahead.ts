// Loaded before a program: to it, its machine's clock is so many days ahead. What counts without that clock counts on as ever.
const aheadMs = Number(process.env.TEST_DAYS_AHEAD) * 86_400_000
const rightNow = Date.now
Date.now = () => rightNow() + aheadMs
globalThis.Date = new Proxy(Date, {
  construct: (date, given) => Reflect.construct(date, given.length === 0 ? [Date.now()] : given),
})

export {}
