import type { Colourway } from '../../colour/colourway.ts'
import type { Brief } from '../../prompt/brief.ts'
import type { Random } from '../../random.ts'
import { movedPath, petalPath } from '../botanical/petals.ts'
import { decimal, type Generator, placesInFrame, svgDocument } from '../drawing.ts'
import type { Frame } from '../frame.ts'
import { type Placed, packed } from '../packing.ts'
import { bandana } from './bandana.ts'
import { type Boteh, boteh, smallBoteh } from './boteh.ts'
import { type BotehColours, rosette, stroke } from './boteh-parts.ts'
import { botehColours, lineColours } from './paisley-colours.ts'
import { type PlacedBoteh, placedBotehs } from './placed-botehs.ts'

/** Paisley: botehs of several sizes laid into each other, florets and leaves between them; as a bandana, or in line. */
export const paisley: Generator = (brief, colours, random, frame) => {
  const style = styleFor(brief, random)
  return style === 'bandana' ? bandana(brief, colours, random, frame) : allOver(brief, colours, random, frame, style === 'line')
}

type Style = 'classic' | 'bandana' | 'line'

function styleFor({ style }: Brief, random: Random): Style {
  if (style === 'classic' || style === 'bandana' || style === 'line') return style
  return random.inTurn<Style>('classic', 'classic', 'bandana', 'classic', 'line')
}

function allOver(brief: Brief, colours: Colourway, random: Random, frame: Frame, inLine: boolean): ReturnType<Generator> {
  const sets = inLine ? [lineColours(colours.ground, lineFor(brief, colours))] : botehColours(colours, brief.colours)
  const motifs = motifsFor(sets, random)
  const layout = brief.layout ?? random.inTurn('toss', 'half-drop', 'toss')
  const scale = Math.min(1.9, brief.scale ?? random.inTurn(1, 0.72, 1.3)) * (layout === 'half-drop' ? 0.86 : 1)
  const gap = 3 / (brief.density ?? 1)
  const level = (name: 'hero' | 'mid' | 'small', radius: number, most: number) => ({
    name,
    shapes: motifs[name].map(({ shape }) => shape),
    radius: radius * scale,
    most: Math.ceil(most / (scale * scale)),
    gap,
  })
  const { botehs, discs } = placedBotehs([level('hero', 158, 12), level('mid', 92, 18), level('small', 54, 40)], layout, random)
  const fillings = packed(fillingLevels(scale, brief.density ?? 1), layout === 'toss' ? 'toss' : layout, random, 1, discs)
  const shapes = [...fillings.map((thing) => useFilling(thing, sets.length, frame)), ...botehs.map((one) => useBoteh(one, frame))]
  return { kind: 'vector', svg: svgDocument(frame, colours.ground, shapes.join(''), definitionsOf(motifs, sets)) }
}

/** The pen's colour: the leading colour where one was asked for. */
const lineFor = ({ colours: asked }: Brief, { main, ink }: Colourway) => (asked.length > 0 ? (main[0] ?? ink) : ink)

function motifsFor(sets: BotehColours[], random: Random): Record<'hero' | 'mid' | 'small', Boteh[]> {
  const of = (at: number) => sets[at % sets.length] ?? lineColours('#ffffff', '#000000')
  const start = random.below(3)
  return {
    hero: [0, 1, 2].map((at) => boteh(start + at, of(at), random)),
    mid: [1, 2].map((at) => boteh(start + at + 1, finer(of(at), 1.4), random)),
    small: [0, 1, 2].map((at) => smallBoteh(finer(of(at), 1.9), random)),
  }
}

/** A pen that is as wide on a motif drawn smaller. */
const finer = (set: BotehColours, by: number): BotehColours => ({ ...set, pen: set.pen * by })

const fillingLevels = (scale: number, density: number) => {
  const level = (name: string, radius: number, spread: number, most: number, gap: number) => ({
    name,
    radius: radius * scale,
    spread,
    most: Math.ceil(most / (scale * scale)),
    gap: gap / Math.sqrt(density),
  })
  return [
    level('floret', 34, 0.2, 40, 1),
    level('leaf', 27, 0.25, 60, 0.98),
    level('floret', 19, 0.25, 90, 1.04),
    level('dot', 7, 0.4, 260, 1.35),
  ]
}

function definitionsOf(motifs: Record<string, Boteh[]>, sets: BotehColours[]): string {
  const botehs = Object.entries(motifs).flatMap(([level, ones]) => ones.map(({ svg }, at) => `<g id="${level}${at}">${svg}</g>`))
  const small = sets.flatMap((set, at) => [
    `<g id="floret${at}">${rosette(0, 0, 100, at % 2 === 0 ? 6 : 8, onCloth(set))}</g>`,
    `<g id="leaf${at}">${leafSpray(set)}</g>`,
    `<g id="dot${at}"><circle r="62" fill="${set.pen > 0 ? set.line : set.body}"/></g>`,
  ])
  return [...botehs, ...small].join('')
}

/** A floret's petals lie on the cloth: they take the body's colour, which is told apart from it. */
const onCloth = (set: BotehColours): BotehColours => ({ ...set, flower: set.body, heart: set.field, pen: set.pen * 2.4 })

/** Three leaves on a bent stem, inside radius 100. */
function leafSpray(set: BotehColours): string {
  const path = petalPath('pointed', 92, 30)
  const drawn = { ...set, pen: set.pen * 3 }
  const leaves = [
    [-52, 0.85],
    [48, 0.85],
    [0, 1],
  ].map(([turn = 0, size = 1]) => movedPath(path, 0, 30, turn, size))
  const fill = set.pen > 0 ? set.leaf : set.fringe
  const stem = `<path d="M0 34Q6 70 -16 96" fill="none" stroke="${set.pen > 0 ? set.line : set.fringe}" stroke-width="8" stroke-linecap="round"/>`
  return `${stem}<path d="${leaves.join('')}" fill="${fill}"${stroke(drawn)}/>`
}

function useBoteh({ level, which, x, y, scale, angle, mirrored }: PlacedBoteh, frame: Frame): string {
  const size = scale.toFixed(3)
  const flip = mirrored ? `scale(-${size} ${size})` : `scale(${size})`
  return placesInFrame(frame, x, y, scale * 125)
    .map(
      (place) =>
        `<use href="#${level}${which}" transform="translate(${decimal(place.x)} ${decimal(place.y)}) rotate(${decimal(angle)}) ${flip}"/>`,
    )
    .join('')
}

function useFilling({ level, x, y, radius, turn, choice }: Placed, sets: number, frame: Frame): string {
  const id = `${level}${Math.floor(choice * sets)}`
  return placesInFrame(frame, x, y, radius * 1.2)
    .map(
      (place) =>
        `<use href="#${id}" transform="translate(${decimal(place.x)} ${decimal(place.y)}) rotate(${decimal(turn * 360)}) scale(${(radius / 100).toFixed(3)})"/>`,
    )
    .join('')
}
