import type { Laid } from 'shared'
import { createRandom } from '../random.ts'

/** Whose colours a variation has: the picture's own, or a colourway of the set: on a light, a dark or one of two coloured grounds. */
export type Colouring = 'own' | 'first' | 'second' | 'third' | 'fourth'

/** What is done with the picture beside laying it. */
type Technique = 'plain' | 'screen-print' | 'halftone' | 'kaleidoscope-square' | 'kaleidoscope-hexagon' | 'quilting' | 'toss'

/** How one image of a set is made. */
export interface Recipe {
  technique: Technique
  colouring: Colouring
  /** Where the picture is laid in a layout of its own; null: as its structure says. */
  layout: Laid | null
  /** Repeats along the tile's side. */
  across: number
}

const recipe = (technique: Technique, colouring: Colouring, layout: Laid | null = null, across = 2): Recipe => ({
  technique,
  colouring,
  layout,
  across,
})

/**
 * What a set is made of, in two halves that are each a small set: a designer who asks for four has a coordinate of each kind,
 * too. Every set shows the picture in its own colours and in two colourways that belong together.
 */
type Plan = readonly [readonly Recipe[], readonly Recipe[]]

/** Of a picture of something. */
const scene: Plan = [
  [
    recipe('plain', 'own', 'half-drop'),
    recipe('kaleidoscope-square', 'first'),
    recipe('screen-print', 'second', 'brick'),
    recipe('plain', 'first', 'mirror'),
  ],
  [
    recipe('kaleidoscope-hexagon', 'own'),
    recipe('toss', 'second'),
    recipe('halftone', 'first', 'half-drop'),
    recipe('plain', 'second', 'half-drop', 4),
  ],
]

/** Of a picture of a stuff. */
const texture: Plan = [
  [
    recipe('quilting', 'own'),
    recipe('kaleidoscope-square', 'first'),
    recipe('screen-print', 'second', 'block', 1),
    recipe('plain', 'first', 'block', 1),
  ],
  [
    recipe('kaleidoscope-hexagon', 'own'),
    recipe('plain', 'second', 'mirror'),
    recipe('halftone', 'first', 'block', 1),
    recipe('quilting', 'second'),
  ],
]

/** Of a thing on a plain ground, which is never cut in the first half. */
const thing: Plan = [
  [recipe('toss', 'own'), recipe('plain', 'first'), recipe('toss', 'second'), recipe('plain', 'third')],
  [
    recipe('kaleidoscope-square', 'first'),
    recipe('kaleidoscope-hexagon', 'second'),
    recipe('plain', 'own'),
    recipe('toss', 'fourth'),
  ],
]

/** Of a print that tiles: its motifs stay whole in the first half. */
const print: Plan = [
  [recipe('plain', 'own'), recipe('plain', 'first'), recipe('plain', 'second'), recipe('plain', 'third')],
  [
    recipe('kaleidoscope-square', 'first'),
    recipe('kaleidoscope-hexagon', 'second'),
    recipe('plain', 'own'),
    recipe('plain', 'fourth'),
  ],
]

const plans = { scene, texture, thing, print }

/** What a picture is of: several things in a place, a stuff, one thing on a plain ground, or a print that tiles. */
export type PictureKind = keyof typeof plans

/** How the `index`th image of a set is made; the seed decides the order in each half. */
export function recipeFor(kind: PictureKind, index: number, seed: number): Recipe {
  const [early, late] = plans[kind]
  const random = createRandom(seed, `plan ${Math.floor(index / 8)}`)
  const order = [...random.shuffled(early), ...random.shuffled(late)]
  const chosen = order[index % order.length] ?? recipe('plain', 'own', 'block')
  return random.chance(0.5) ? { ...chosen, layout: onItsSide(chosen.layout) } : chosen
}

/** Half-drop and brick are one layout on its side: half of all sets have the other one. */
const onItsSide = (layout: Laid | null): Laid | null =>
  layout === 'half-drop' ? 'brick' : layout === 'brick' ? 'half-drop' : layout
