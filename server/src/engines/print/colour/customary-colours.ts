import { type Brief, motifStyles, type StyleOf } from '../prompt/brief.ts'
import type { Random } from '../random.ts'

interface Customary {
  colours: string[]
  ground: string
}

/** The colours in which a stripe that was asked for by its name is known, the best known first. */
const customary: Partial<Record<StyleOf<'stripes'>, readonly [Customary, ...Customary[]]>> = {
  breton: [
    { colours: ['#1f2d50'], ground: '#f8f4e9' },
    { colours: ['#f8f4e9'], ground: '#1f2d50' },
    { colours: ['#b92f33'], ground: '#f8f4e9' },
    { colours: ['#26272c', '#c5403a'], ground: '#f3ecdc' },
    { colours: ['#2f5f9e'], ground: '#fbf9f4' },
  ],
  ticking: [
    { colours: ['#2b3f66'], ground: '#f4eddd' },
    { colours: ['#8f3a35'], ground: '#f4eddd' },
    { colours: ['#4c4a48', '#a98f63'], ground: '#f1e8d6' },
    { colours: ['#5d7b93', '#a3564c'], ground: '#f6f1e4' },
    { colours: ['#5b6b4d'], ground: '#f3ecdb' },
  ],
  pin: [
    { colours: ['#c9cdd6'], ground: '#232c42' },
    { colours: ['#b9b6b0'], ground: '#35373b' },
    { colours: ['#39588f'], ground: '#f8f6f0' },
    { colours: ['#d9cbb4', '#9f6a58'], ground: '#3a2f2b' },
    { colours: ['#a4494d'], ground: '#f9f4ea' },
  ],
}

/** The brief in a named stripe's own colours, where none were asked for. */
export function inCustomaryColours(brief: Brief, random: Random): Brief {
  if (brief.motif !== 'stripes' || brief.colours.length > 0 || brief.ground !== null || brief.mood !== null) return brief
  const style = motifStyles.stripes.find((one) => one === brief.style)
  const choices = style && customary[style]
  return choices ? { ...brief, ...random.inTurn(...choices) } : brief
}
