import { Resvg } from '@resvg/resvg-js'
import sharp from 'sharp'

/** A picture of the sheet with what is written under it. */
export interface Cell {
  row: string
  name: string
  /** Its file beside the page; null where it was refused. */
  file: string | null
  /** A thumbnail of it. */
  thumbnail: Uint8Array | null
  note: string
}

/** Side of a picture on the sheet, height of what is written under it, and the gap round both, in px. */
const side = 232
const caption = 34
const gap = 12
const across = 8

const escaped = (text: string) => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)
const rowsOf = (cells: Cell[]) => [...Map.groupBy(cells, ({ row }) => row)]

/** The page: each picture laid twice by two, so that its repeat is seen; a click opens it whole. */
export function sheetPage(cells: Cell[], title: string): string {
  const figures = (row: Cell[]) =>
    row.map(({ name, file, note }) => {
      const picture =
        file === null ? '<div class="none">none</div>' : `<a href="${file}" style="background-image:url('${file}')"></a>`
      return `<figure>${picture}<figcaption>${escaped(name)}<br><small>${escaped(note)}</small></figcaption></figure>`
    })
  const sections = rowsOf(cells).map(([row, group]) => `<h2>${escaped(row)}</h2><div>${figures(group).join('')}</div>`)
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${escaped(title)}</title><style>
body{font:14px system-ui;margin:24px;background:#f6f5f1;color:#222}
div{display:flex;flex-wrap:wrap;gap:${gap}px}figure{margin:0;width:${side}px}
figure a,figure .none{display:grid;place-items:center;height:${side}px;background-size:50%;border:1px solid #ccc}
</style><h1>${escaped(title)}</h1>${sections.join('')}</html>`
}

/** The same as one PNG, a row a motif or operation, each picture once. */
export async function sheetPicture(cells: Cell[]): Promise<Uint8Array> {
  const lines = rowsOf(cells).flatMap(([, group]) => chunked(group))
  const [width, step] = [across * (side + gap) + gap, side + caption + gap]
  const height = lines.length * step + gap
  const places = lines.flatMap((line, y) => line.map((cell, x) => ({ cell, left: gap + x * (side + gap), top: gap + y * step })))
  const text = places.map(({ cell, left, top }) => captionOf(cell, left, top + side))
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="sans-serif" fill="#222">${text.join('')}</svg>`
  const pictures = await Promise.all(
    places.flatMap(({ cell, left, top }) =>
      cell.thumbnail ? [fitted(cell.thumbnail).then((input) => ({ input, left, top }))] : [],
    ),
  )
  return sharp({ create: { width, height, channels: 3, background: '#f6f5f1' } })
    .composite([...pictures, { input: Buffer.from(new Resvg(svg).render().asPng()), left: 0, top: 0 }])
    .png()
    .toBuffer()
}

const chunked = (cells: Cell[]): Cell[][] =>
  Array.from({ length: Math.ceil(cells.length / across) }, (_, at) => cells.slice(at * across, (at + 1) * across))

function captionOf({ name, note }: Cell, x: number, y: number): string {
  return `<text x="${x}" y="${y + 14}" font-size="12">${escaped(name.slice(0, 36))}</text><text x="${x}" y="${y + 29}" font-size="11" fill="#777">${escaped(note)}</text>`
}

/** On a chequered ground, so that what is see-through is seen to be. */
async function fitted(picture: Uint8Array): Promise<Buffer> {
  const chequers = `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}"><defs><pattern id="c" width="16" height="16" patternUnits="userSpaceOnUse"><rect width="16" height="16" fill="#fff"/><path d="M0 0h8v8H0zM8 8h8v8H8z" fill="#ddd"/></pattern></defs><rect width="${side}" height="${side}" fill="url(#c)"/></svg>`
  const small = await sharp(picture).resize(side, side, { fit: 'contain', background: '#0000' }).png().toBuffer()
  return sharp(Buffer.from(new Resvg(chequers).render().asPng()))
    .composite([{ input: small }])
    .png()
    .toBuffer()
}
