import { openWorld } from './properties/life-world.ts'
import { live, afterwards, interleaved } from './properties/living.ts'
import { lives } from './properties/payment-lives.ts'
import { someOrders } from './properties/deliveries.ts'
import { randomNumbers } from './support/random.ts'
const times: Record<string, [number, number]> = {}
const timed = (name: string, f: any) => async (...a: any[]) => { const s = performance.now(); try { return await f(...a) } finally { const t = times[name] ??= [0, 0]; t[0] += performance.now() - s; t[1]++ } }
const w = await timed('open', openWorld)((process.argv[2] ?? 'sqlite'))
const N = 9
const chosen = lives.filter(l => l.name.includes(process.argv[3] ?? 're'))
const p = await timed('people', w.people)(N * chosen.length)
const ww: any = { ...w, passTo: timed('pass', w.passTo), arrive: timed('arrive', w.arrive), settle: timed('settle', w.settle) }
const people = p.map((person: any, i: number) => { const life = chosen[i % chosen.length]!; const r = randomNumbers(i)
 for (const k of Object.keys(person)) if (k !== 'customer' && typeof person[k] === 'function') person[k] = timed('do ' + k, person[k])
 return { life, person, manner: i % 3 ? afterwards((n) => someOrders(n, 6, r)[i % 6]!, r) : interleaved(0.5, r), step: 0, wakesAt: w.now(), waiting: [], arrived: [], order: [], failure: null } })
await timed('live', live)(ww, people as any, async (e: any) => { w.leave(e.map((x: any) => x.person)) })
for (const x of people) if (x.failure) console.log(x.life.name, String((x.failure as any).message), String((x.failure as any).cause))
console.log(w.arrivals(), times)
await w.close(); process.exit(0)
