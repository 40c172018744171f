// Loaded before a program: to it, its machine's clock is three hours ahead. What counts without that clock counts on as ever.
const rightNow = Date.now
Date.now = () => rightNow() + 3 * 3_600_000
globalThis.Date = new Proxy(Date, {
  construct: (date, given) => Reflect.construct(date, given.length === 0 ? [Date.now()] : given),
})
