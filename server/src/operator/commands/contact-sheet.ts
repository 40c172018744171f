import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { basename, extname, join, resolve } from 'node:path'
import { Command } from 'commander'
import type { Engine } from '../../engines/engine.ts'
import { createPrintEngine } from '../../engines/print/print-engine.ts'
import { admit } from '../../images/guard.ts'
import { print } from '../answer.ts'
import { readCount, readSide } from '../arguments.ts'
import { drawSpecimens } from '../contact-sheet/draw-specimens.ts'
import { type Cell, sheetPage, sheetPicture } from '../contact-sheet/sheet.ts'
import { pictureSpecimens, printSpecimens, type Specimen } from '../contact-sheet/specimens.ts'

interface SheetOptions {
  out: string
  seeds: number
  size: number
  only?: string
  source: string[]
  json?: boolean
}

type Wanted = { specimen: Specimen; source: Uint8Array | null }

/**
 * `toile contact-sheet`: everything that the print engine can draw, to be looked at. It needs no database.
 * @param typedIn the folder in which the operator typed it: paths are meant from there
 */
export function contactSheetCommand(typedIn: string): Command {
  return new Command('contact-sheet')
    .description('draw every print and every operation on pictures, as a page and a PNG to look at')
    .option('--out <folder>', 'where to write them', 'contact-sheet')
    .option('--seeds <count>', 'seeds of each motif', readCount, 4)
    .option('--size <px>', 'side of each picture: 512, 1024, 2048 or 4096', readSide, 1024)
    .option('--only <words>', 'only rows whose name has them')
    .option(
      '--source <file…>',
      'pictures of your own to work on, beside the drawn one',
      (file, files: string[]) => [...files, file],
      [],
    )
    .option('--json', 'print JSON')
    .action(async (options: SheetOptions) => {
      const engine = createPrintEngine({ threads: availableParallelism() })
      try {
        const source = options.source.map((file) => resolve(typedIn, file))
        await drawSheet(engine, { ...options, source, out: resolve(typedIn, options.out) })
      } finally {
        await engine.close()
      }
    })
}

async function drawSheet(engine: Engine, options: SheetOptions): Promise<void> {
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
  print({ lines, data: { pictures: inOrder.length - refused.length, refused: refused.length, out } }, options)
}

/** All prints, and all operations on a print of the engine's own and on each picture that was given. */
async function everything(engine: Engine, { seeds, size, source }: SheetOptions): Promise<Wanted[]> {
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
