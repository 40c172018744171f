import { resolve } from 'node:path'
import { Command } from 'commander'
import { print } from '../answer.ts'
import { readCount, readSide } from '../arguments.ts'

interface SheetOptions {
  out: string
  seeds: number
  size: number
  only?: string
  source: string[]
  json?: boolean
}

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
      // Only now: the other commands need no engine, and start sooner without it.
      const { drawSheet } = await import('../contact-sheet/draw-sheet.ts')
      const source = options.source.map((file) => resolve(typedIn, file))
      print(await drawSheet({ ...options, source, out: resolve(typedIn, options.out) }), options)
    })
}
