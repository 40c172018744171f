import type { Random } from '../../random.ts'
import { decimal, type Generator, placesInFrame, svgDocument } from '../drawing.ts'
import { side } from '../frame.ts'
import { apart, differing, inksFor } from '../geometry/inks.ts'
import { coral, leaf, moon, pool, seaweed, star, wave } from './forms.ts'

const all = [seaweed, coral, pool, star, leaf, moon, wave] as const

/** Sheets of coloured paper laid edge to edge, on each a form cut from another. */
export const panels: Generator = (brief, colours, random, frame) => {
  const inks = inksFor(brief, colours, 2, 5)
  const papers = [...inks, colours.ground]
  const across = Math.max(2, Math.round(random.inTurn(4, 3, 5, 4, 3) / (brief.scale ?? 1)))
  const [columns, rows] = [unevenly(across, random), unevenly(across, random)]
  const place = (column: number, row: number) => ((row + across) % across) * across + ((column + across) % across)
  const beside = (at: number) => {
    const [column, row] = [at % across, Math.floor(at / across)]
    return [place(column - 1, row), place(column + 1, row), place(column, row - 1), place(column, row + 1)]
  }
  const sheets = differing(across * across, papers.length, beside, random)
  const kinds = differing(across * across, all.length, beside, random)
  const drawn = sheets.map((sheet, at) => {
    const paper = papers[sheet] ?? colours.ground
    const [column, row] = [columns[at % across], rows[Math.floor(at / across)]]
    if (!column || !row) return { sheet: '', form: '' }
    const [x, y] = [(column.from + column.to) / 2, (row.from + row.to) / 2]
    const [w, h] = [column.to - column.from, row.to - row.from]
    const form = (all[kinds[at] ?? 0] ?? pool)(random)
    const size = Math.min(w, h) * 0.0043 * Math.min(1.1, brief.density ?? 1)
    const turn = random.pick(0, 0, 180, 90, -90) + random.between(-14, 14)
    const ink = contrasting(paper, papers, random)
    const places = placesInFrame(frame, x, y, Math.max(w, h))
    return {
      // A little larger than its place, so that nothing shows between two sheets.
      sheet: places
        .map(
          (p) =>
            `<rect x="${decimal(p.x - w / 2 - 0.4)}" y="${decimal(p.y - h / 2 - 0.4)}" width="${decimal(w + 0.8)}" height="${decimal(h + 0.8)}" fill="${paper}"/>`,
        )
        .join(''),
      form: places
        .map(
          (p) =>
            `<g fill="${ink}" transform="translate(${decimal(p.x)} ${decimal(p.y)}) rotate(${decimal(turn)}) scale(${size.toFixed(3)})">${form}</g>`,
        )
        .join(''),
    }
  })
  const shapes = [...drawn.map(({ sheet }) => sheet), ...drawn.map(({ form }) => form)].join('')
  return { kind: 'vector', svg: svgDocument(frame, colours.ground, shapes) }
}

/** A repeat cut into parts of uneven breadth. */
function unevenly(count: number, random: Random): { from: number; to: number }[] {
  const shares = Array.from({ length: count }, () => random.between(0.82, 1.22))
  const total = shares.reduce((sum, share) => sum + share, 0)
  let at = side * 0.13
  return shares.map((share) => {
    const from = at
    at += (share / total) * side
    return { from, to: at }
  })
}

/** One of the papers that stands out from the sheet; where several do, any of them. */
function contrasting(paper: string, papers: readonly string[], random: Random): string {
  const others = papers.filter((one) => one !== paper).toSorted((p, q) => apart(q, paper) - apart(p, paper))
  const clear = others.filter((one) => apart(one, paper) > 0.22)
  const [first = paper] = random.shuffled(clear.length > 0 ? clear : others.slice(0, 1))
  return first
}
