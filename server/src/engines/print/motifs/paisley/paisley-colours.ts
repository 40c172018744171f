import type { Colourway } from '../../colour/colourway.ts'
import { difference, hexToLab, toned } from '../../colour/oklab.ts'
import type { BotehColours } from './boteh-parts.ts'

const apart = (p: string, q: string) => difference(hexToLab(p), hexToLab(q))

/** Least ΔE_OK between a part of a boteh and what it lies on. */
const legible = 0.13

/** The colours of botehs, one set for each of the leading colours: a body in it, and what lies on what chosen to be told apart. */
export function botehColours({ ground, main, leaf, ink }: Colourway, asked: readonly string[]): BotehColours[] {
  const [first = ink, second = first, third = second] = main
  const bodies = asked.length === 1 ? [first, toned(first, -0.12), second] : [first, second, third]
  return bodies.map((body, at) => {
    const choices = [...main.slice(at + 1), ...main.slice(0, at), ground, ink]
    const on = (cloth: string, ...used: string[]) =>
      choices.find((hex) => apart(hex, cloth) > legible && used.every((one) => one !== hex)) ??
      (apart(ink, cloth) > legible ? ink : ground)
    const field = on(body)
    const trim = apart(ground, body) > 0.2 && apart(ground, field) > legible ? ground : on(field, body)
    const flower = on(field, trim, body)
    return {
      body,
      field,
      trim,
      flower,
      heart: on(flower, field),
      fringe:
        [second, third, first].map((_, turn) => main[(at + turn + 1) % main.length] ?? ink).find((hex) => hex !== body) ?? ink,
      leaf: apart(leaf, field) > legible ? leaf : on(field, flower),
      line: ink,
      pen: 0,
    }
  })
}

/** Line work: every part is the cloth, drawn with a fine pen. */
export function lineColours(ground: string, line: string): BotehColours {
  return { body: ground, field: ground, trim: line, flower: ground, heart: ground, fringe: ground, leaf: ground, line, pen: 2.4 }
}
