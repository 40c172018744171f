import { type FileFormat, fileFormat, type ImageFile, type ImageFileRequest } from 'shared'
import * as z from 'zod'
import type { Image as ImageRow } from '../../generated/sqlite/client.ts'
import type { Db } from '../platform/db.ts'
import { ToileError } from '../platform/errors.ts'
import type { Files } from './files.ts'
import { maxPixels } from './guard.ts'
import type { PixelWork } from './pixel-work.ts'
import { mimeOf } from './print-file.ts'
import { type PrintSize, printSize } from './print-size.ts'
import { recipeOf } from './recipe.ts'
import { createTurns } from './turns.ts'

/** How a file for print is to be made. */
export type FileTerms = Omit<ImageFileRequest, 'id'>

const written = z
  .object({
    f: fileFormat,
    w: z.coerce.number().positive().optional(),
    d: z.coerce.number().positive().optional(),
    p: z.literal('1').optional(),
  })
  .transform(
    ({ f, w, d, p }): FileTerms => ({
      format: f,
      ...(w === undefined ? {} : { widthCm: w }),
      ...(d === undefined ? {} : { dpi: d }),
      withSource: p !== undefined,
    }),
  )

/** The terms as they stand in an address, which is signed with them. */
export function writeTerms({ format, widthCm, dpi, withSource }: FileTerms): string {
  const terms = { f: format, w: widthCm, d: dpi, p: withSource ? 1 : undefined }
  return Object.entries(terms)
    .flatMap(([name, value]) => (value === undefined ? [] : `${name}=${value}`))
    .join('&')
}

/** Null where an address has none. */
export function readTerms(query: unknown): FileTerms | null {
  const read = written.safeParse(query)
  return read.success ? read.data : null
}

/** What a file for print will be. Throws `IMAGE_TOO_LARGE`, or `NOT_FOUND` for an svg of what has no shapes. */
export function describeFile(row: ImageRow, terms: FileTerms): Omit<ImageFile, 'url'> {
  if (terms.format === 'svg' && row.svgKey === null) throw new ToileError('NOT_FOUND')
  return { name: nameOf(row, terms.format), mime: mimeOf[terms.format], ...sizeOf(row, terms) }
}

/** Longest edge that a format knows, in px. */
const longestEdge: Record<FileFormat, number> = { png: 65_535, jpeg: 65_535, webp: 16_383, svg: 65_535 }

/** Shapes have no px: their resolution says nothing where their width is given. */
function sizeOf(row: ImageRow, { format, widthCm, dpi }: FileTerms): PrintSize {
  const size = printSize(row, { widthCm, dpi: format === 'svg' && widthCm !== undefined ? undefined : dpi })
  if (Math.max(size.width, size.height) > longestEdge[format]) throw new ToileError('IMAGE_TOO_LARGE', { maxPixels })
  return size
}

interface FileDeps {
  db: Db
  files: Files
  pixels: PixelWork
}

/** Throws `BUSY` where many files wait to be made. */
export type FileMaker = (row: ImageRow, terms: FileTerms) => Promise<Uint8Array>

/** The largest file takes half a gigabyte and several seconds: one is made at a time, and of one account 32 may wait. */
const makingTurns = { atOnce: 1, each: 32, all: 256 }
/** A label takes no time, and the memory of what is labelled. */
const labelTurns = { atOnce: 4, each: 64, all: 512 }

/** Makes files for print. What only gets a label waits for none that is drawn or encoded anew. */
export function createFileMaker(deps: FileDeps): FileMaker {
  const [making, labelling] = [createTurns(makingTurns), createTurns(labelTurns)]
  return (row, terms) => (isLabelled(row, terms) ? labelling : making).take(row.accountId, () => makeFile(deps, row, terms))
}

/** True for a file whose pixels or shapes are the stored ones, as they are. */
function isLabelled(row: ImageRow, terms: FileTerms): boolean {
  if (terms.format === 'svg') return true
  const { width, height } = sizeOf(row, terms)
  return terms.format === 'png' && row.mime === mimeOf.png && width === row.width && height === row.height
}

async function makeFile(deps: FileDeps, row: ImageRow, terms: FileTerms): Promise<Uint8Array> {
  const [bytes, svg, page] = await Promise.all([
    deps.files.read(row.contentKey),
    row.svgKey === null ? null : deps.files.read(row.svgKey),
    terms.withSource ? pageOf(deps.db, row) : null,
  ])
  const stored = { bytes, mime: row.mime, width: row.width, height: row.height, svg: svg && Buffer.from(svg).toString() }
  const size = sizeOf(row, terms)
  return deps.pixels.file({ stored, format: terms.format, size, said: { recipe: recipeOf(row), page } })
}

/** The page that a picture, or the source it was made from, was found on. */
async function pageOf(db: Db, row: ImageRow): Promise<string | null> {
  const sourceImageId = recipeOf(row)?.sourceImageId
  if (row.pageUrl !== null || !sourceImageId) return row.pageUrl
  const source = await db.read.image.findFirst({ where: { id: sourceImageId, accountId: row.accountId } })
  return source?.pageUrl ?? null
}

const longestName = 60

/** A name that sorts and tells: the designer's first words, and the beginning of the image's id. */
export function nameOf(row: ImageRow, format: FileFormat): string {
  const recipe = recipeOf(row)
  const words = recipe === null ? (row.pageTitle ?? 'picture') : recipe.prompt || recipe.operation
  const plain = words
    .normalize('NFD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
  const [told = ''] = new RegExp(`^.{0,${longestName}}(?=-|$)`).exec(plain.replace(/^-|-$/g, '')) ?? []
  const parts = ['toile', told || recipe?.operation || 'picture', row.id.replaceAll('-', '').slice(0, 8)]
  return `${parts.join('-')}.${format === 'jpeg' ? 'jpg' : format}`
}
