import { decimal, type Generator, placesInFrame, svgDocument } from '../drawing.ts'
import type { Frame } from '../frame.ts'
import { inksFor } from '../geometry/inks.ts'
import { type Placed, packed } from '../packing.ts'
import { coral, type Form, leaf, moon, pool, seaweed, star, wave } from './forms.ts'
import { panels } from './panels.ts'

/** Forms that live well together, the leading one first. */
const families: readonly [readonly Form[], ...(readonly Form[])[]] = [
  [seaweed, pool, leaf, star],
  [pool, moon, wave, star],
  [coral, wave, pool, leaf],
  [leaf, moon, pool, coral],
  [seaweed, star, moon, coral],
]

/** Forms cut from coloured paper: strewn over the cloth, or one on each of many sheets. */
export const organic: Generator = (brief, colours, random, frame) => {
  const onSheets = brief.layout === null || brief.layout === 'block' ? random.inTurn(false, true, false, true, false) : false
  if (onSheets) return panels(brief, colours, random, frame)
  const inks = inksFor(brief, colours, 1, random.inTurn(4, 5, 3, 5, 4))
  const size = (brief.scale ?? 1) * random.pick(1, 0.8, 1.15)
  const layout = brief.layout ?? 'toss'
  const gap = 1 / Math.sqrt(brief.density ?? 1)
  const fits = layout === 'toss' ? size : Math.min(1.2, size)
  const level = (name: string, radius: number, most: number, share: number) => ({
    name,
    radius: radius * fits,
    spread: 0.25,
    most: Math.ceil(most / (fits * fits)),
    gap: share * gap,
  })
  const sizes = [
    level('large', 136, 60, 0.94),
    level('middle', 88, 90, 0.93),
    level('middle', 52, 120, 0.92),
    level('dot', 16, 200, 1.2),
  ]
  const forms = random.inTurn(...families).flatMap((form) => [form(random), form(random)])
  const definitions = [...forms.map((form, at) => `<g id="f${at}">${form}</g>`), '<circle id="dot" r="70"/>'].join('')
  const shapes = packed(sizes, layout, random).map((thing) => {
    const ink = inks[Math.floor(thing.choice * 97) % inks.length] ?? colours.ink
    return use(thing, thing.level === 'dot' ? 'dot' : `f${Math.floor(thing.choice ** 1.2 * forms.length)}`, ink, frame)
  })
  return { kind: 'vector', svg: svgDocument(frame, colours.ground, shapes.join(''), definitions) }
}

function use({ x, y, radius, turn, mirrored }: Placed, form: string, ink: string, frame: Frame): string {
  const scale = (radius / 100).toFixed(3)
  const angle = decimal((turn - 0.5) * 150 * (mirrored ? -1 : 1))
  return placesInFrame(frame, x, y, radius * 1.2)
    .map(
      (place) =>
        `<use href="#${form}" fill="${ink}" transform="translate(${decimal(place.x)} ${decimal(place.y)}) rotate(${angle}) scale(${mirrored ? '-' : ''}${scale} ${scale})"/>`,
    )
    .join('')
}
