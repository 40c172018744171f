import type { Colourway } from '../../colour/colourway.ts'
import { difference, hexToLab } from '../../colour/oklab.ts'
import type { Brief } from '../../prompt/brief.ts'
import type { Random } from '../../random.ts'
import { circlePath, movedPath, petalPath } from '../botanical/petals.ts'
import { type Drawing, decimal, placesInFrame, svgDocument } from '../drawing.ts'
import { type Frame, side } from '../frame.ts'
import { type Boteh, boteh, smallBoteh } from './boteh.ts'
import { type BotehColours, rosette } from './boteh-parts.ts'

/** The cloths of the cowboys' kerchiefs, where no colour was asked for. */
const kerchiefs = ['#b3202c', '#1d2c54', '#16161a', '#1f4d3a', '#2d6f9e'] as const

/**
 * Bandana: two colours, printed in discharge: a medallion in every corner of a lattice, four botehs round each, small ones
 * and rings of dots between. It has no border, so that it goes on for ever.
 */
export function bandana(brief: Brief, colours: Colourway, random: Random, frame: Frame): Drawing {
  const { cloth, print } = twoColours(brief, colours, random)
  const across = acrossFor(brief.scale, random)
  const cell = side / across
  const paint: BotehColours = {
    fringe: print,
    body: print,
    trim: cloth,
    field: cloth,
    flower: print,
    heart: cloth,
    leaf: print,
    line: cloth,
    pen: 0,
  }
  const parts = { big: boteh(random.below(3), paint, random), small: smallBoteh(paint, random) }
  const unit = unitOf(random, print, paint, parts)
  const places = Array.from({ length: across * across }, (_, at) => ({
    x: (at % across) * cell,
    y: Math.floor(at / across) * cell,
  }))
  const scale = (cell / 400).toFixed(4)
  const shapes = places.flatMap(({ x, y }) =>
    placesInFrame(frame, x + cell / 2, y + cell / 2, cell * 0.72).map(
      (place) => `<use href="#unit" transform="translate(${decimal(place.x)} ${decimal(place.y)}) scale(${scale})"/>`,
    ),
  )
  return { kind: 'vector', svg: svgDocument(frame, cloth, shapes.join(''), `<g id="unit">${unit}</g>`) }
}

function twoColours(
  { colours: asked, ground, mood }: Brief,
  { ground: own, main, ink }: Colourway,
  random: Random,
): { cloth: string; print: string } {
  const [first = ink] = main
  if (asked.length === 0 && ground === null && mood === null) return { cloth: random.inTurn(...kerchiefs), print: '#f6f1e6' }
  // One colour that was asked for is the cloth; two are cloth and print.
  if (asked.length === 1 && ground === null) {
    const light = '#f6f1e6'
    const dark = '#1c1b22'
    const away = (hex: string) => difference(hexToLab(hex), hexToLab(first))
    return { cloth: first, print: away(light) > 0.25 ? light : dark }
  }
  return { cloth: ground ?? own, print: first }
}

function acrossFor(scale: number | null, random: Random): number {
  if (scale === null) return random.inTurn(3, 2, 4)
  return scale < 1 ? 4 : 2
}

/** One unit of the lattice, 400 wide round 0,0. */
function unitOf(random: Random, print: string, paint: BotehColours, { big, small }: { big: Boteh; small: Boteh }): string {
  const inwards = random.chance(0.5)
  const petals = random.pick(8, 10, 12)
  const four = [0, 90, 180, 270].map((turn) => {
    const facing = inwards ? 180 : 0
    return `<g transform="rotate(${turn + 45}) translate(0 -146) rotate(${facing}) scale(.9)">${big.svg}</g>`
  })
  const between = [0, 90, 180, 270].map(
    (turn) =>
      `<g transform="rotate(${turn}) translate(0 -132) rotate(${inwards ? 0 : 180}) scale(.3)">${small.svg}</g>${sprig(turn, print)}`,
  )
  const corner = `${dotRing(200, 200, 30, 14, 3.4, print)}<g transform="translate(200 200)">${rosette(0, 0, 22, 8, paint)}</g>`
  const edges = [dotRing(200, 0, 21, 10, 3, print), dotRing(0, 200, 21, 10, 3, print)].join('')
  const daisies = [
    [200, 0],
    [0, 200],
  ].map(([x = 0, y = 0]) => rosette(x, y, 14, 6, paint))
  const along = [62, 92, 108].flatMap((at) => [-at, at].flatMap((to) => [[200, to] as const, [to, 200] as const]))
  return `${dots(along, 2.6, print)}${four.join('')}${between.join('')}${medallion(petals, print, paint)}${corner}${edges}${daisies.join('')}`
}

/** The flower in the middle, ringed with petals and dots. */
function medallion(petals: number, print: string, paint: BotehColours): string {
  const petal = movedPath(petalPath('pointed', 22, 7), 0, -37, 0)
  const spokes = Array.from({ length: petals }, (_, at) => movedPath(petal, 0, 0, (at / petals) * 360)).join('')
  return `<path d="${spokes}" fill="${print}"/>${dotRing(0, 0, 33, petals * 2, 2.4, print)}${rosette(0, 0, 27, petals > 10 ? 9 : 8, paint)}`
}

const dots = (places: (readonly [x: number, y: number])[], size: number, fill: string) =>
  `<path d="${places.map(([x, y]) => circlePath(x, y, size)).join('')}" fill="${fill}"/>`

const dotRing = (x: number, y: number, radius: number, count: number, size: number, fill: string) =>
  dots(
    Array.from({ length: count }, (_, at) => {
      const angle = ((at + 0.5) / count) * Math.PI * 2
      return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)] as const
    }),
    size,
    fill,
  )

/** Two leaves and three dots above a small boteh. */
function sprig(turn: number, print: string): string {
  const leaf = petalPath('pointed', 26, 7)
  const leaves = [-48, 48].map((way) => movedPath(movedPath(leaf, 0, -76, way), 0, 0, turn))
  const berries = [-12, 0, 12].map((x) =>
    movedPath(`${x} ${x === 0 ? -68 : -64}`, 0, 0, turn)
      .split(' ')
      .map(Number),
  )
  return `<path d="${leaves.join('')}" fill="${print}"/>${dots(
    berries.map(([x = 0, y = 0]) => [x, y]),
    2.6,
    print,
  )}`
}
