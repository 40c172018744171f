import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { basename, extname, join } from 'node:path'
import type { Engine } from '../../engines/engine.ts'
import { createPrintEngine } from '../../engines/print/print-engine.ts'
import { admit } from '../../images/guard.ts'
import type { Report } from '../answer.ts'
import { drawSpecimens } from './draw-specimens.ts'
import { type Cell, sheetPage, sheetPicture } from './sheet.ts'
import { pictureSpecimens, printSpecimens, type Specimen } from './specimens.ts'

export interface SheetOrder {
  /** Folder to write to. */
  out: string
  /** Seeds of each motif. */
  seeds: number
  /** Side of each picture in px. */
  size: number
  /** Only rows whose name has this. */
  only?: string
  /** Files of pictures to work on, beside the drawn one. */
  source: string[]
}

type Wanted = { specimen: Specimen; source: Uint8Array | null }

/** Draws the sheet: a file a picture, the page and the PNG. Answers where they are and what was refused. */
export async function drawSheet(order: SheetOrder): Promise<Report> {
  const engine = createPrintEngine({ threads: availableParallelism() })
  try {
    return await drawAll(engine, order)
  } finally {
    await engine.close()
  }
}

async function drawAll(engine: Engine, options: SheetOrder): Promise<Report> {
  const { out, only } = options
  await mkdir(join(out, 'images'), { recursive: true })
  const wanted = (await everything(engine, options)).filter(({ specimen }) => only === undefined || specimen.row.includes(only))
  const cells = new Map<Specimen, Cell>()
  await drawSpecimens(engine, wanted, async ({ specimen, picture, refusal, ms }) => {
    const { row, name } = specimen
    const file = picture === null ? null : `images/${`${row} ${name}`.replace(/[^a-z0-9]+/gi, '-')}.png`
    if (picture !== null && file !== null) await writeFile(join(out, file), picture)
    cells.set(specimen, { row, name, file, thumbnail: picture, note: refusal ?? `${ms} ms` })
  })
  const inOrder = wanted.flatMap(({ specimen }) => cells.get(specimen) ?? [])
  await writeFile(join(out, 'index.html'), sheetPage(inOrder, `Print engine ${engine.version}`))
  await writeFile(join(out, 'sheet.png'), await sheetPicture(inOrder))
  const refused = inOrder.filter(({ file }) => file === null)
  const lines = [
    `${inOrder.length - refused.length} pictures: ${join(out, 'index.html')} and ${join(out, 'sheet.png')}`,
    ...refused.map(({ row, name, note }) => `${note}: ${row}, ${name}`),
  ]
  return { lines, data: { pictures: inOrder.length - refused.length, refused: refused.length, out } }
}

/** All prints, and all operations on a print of the engine's own and on each picture that was given. */
async function everything(engine: Engine, { seeds, size, source }: SheetOrder): Promise<Wanted[]> {
  const prints = printSpecimens(seeds, size)
  const own = {
    operation: 'generate' as const,
    prompt: 'coral and sage floral on cream',
    size: 1024,
    seed: 4,
    index: 0,
    options: {},
  }
  const how = { signal: AbortSignal.timeout(60_000), progress: () => {}, ticket: { kept: null, keep: async () => {} } }
  const sources = new Map([['a floral', (await engine.run({ ...own, source: null }, how)).bytes]])
  for (const file of source) {
    const picture = await admit(await readFile(file))
    sources.set(basename(file, extname(file)), picture.bytes)
  }
  const onPictures = [...sources].flatMap(([name, bytes]) =>
    pictureSpecimens(name, size).map((specimen) => ({ specimen, source: bytes })),
  )
  return [...prints.map((specimen) => ({ specimen, source: null })), ...onPictures]
}
