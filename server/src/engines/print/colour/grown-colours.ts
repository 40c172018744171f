import type { Brief, Flower } from '../prompt/brief.ts'
import type { Random } from '../random.ts'

interface Grown {
  colours: string[]
  ground?: string
}

/** The colours in which a flower that was named is expected where no colour was; the others are at home in any. */
const grown: Partial<Record<Flower, readonly [Grown, ...Grown[]]>> = {
  lavender: [{ colours: ['#8d7cc2', '#b9a5d8'] }, { colours: ['#7565b0', '#a893d6'] }],
  sunflower: [
    { colours: ['#f0b429'] },
    { colours: ['#f3c13a', '#d9772b'], ground: '#1f2f4d' },
    { colours: ['#f0b429'], ground: '#a9c6d6' },
  ],
  poppy: [{ colours: ['#d3402f'] }, { colours: ['#d3402f', '#f0a08a'] }],
  daisy: [
    { colours: ['#fdfaf1'], ground: '#27406b' },
    { colours: ['#fdfaf1'], ground: '#7f9a76' },
    { colours: ['#fdfaf1', '#f3c445'], ground: '#2b4a43' },
    { colours: ['#fdfaf1'], ground: '#86aecb' },
    { colours: ['#fdfaf1', '#f6d98a'], ground: '#d27a60' },
  ],
  blossom: [{ colours: ['#f3b9c6', '#fbe3e6'], ground: '#4a6479' }, { colours: ['#eea3b5'] }],
}

/** The brief with a flower's own colours, and with a ground on which they show unless one was asked for. */
export function inGrownColours(brief: Brief, random: Random): Brief {
  const [kind, ...others] = brief.flowers
  const choices = kind && others.length === 0 ? grown[kind] : undefined
  if (!choices) return brief
  const [first, ...more] = choices
  const { colours, ground } = random.inTurn(first, ...more)
  return { ...brief, colours, ground: brief.ground ?? ground ?? null }
}
