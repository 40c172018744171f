import { ToileError } from '../platform/errors.ts'
import { sha256 } from './digest.ts'
import { inspect } from './guard.ts'
import { labelPng } from './png-chunks.ts'
import { storedDpi } from './print-size.ts'
import type { Making, Recipe } from './recipe.ts'
import { xmpOf } from './xmp.ts'

/** What an engine made, decoded and found good, as it is stored. */
export interface Result {
  bytes: Buffer
  width: number
  height: number
  recipe: Recipe
}

/** What a result's recipe says of the picture that it was made from. */
export interface SourceFacts {
  /** Its content key. */
  key: string
  /** An AI's model had a part in it. */
  trained: boolean
}

/**
 * Takes in what an engine answered. A PNG keeps its pixels as they were compressed; JPEG, WebP and the like become PNG once,
 * and lose nothing from then on. What the service wrote into the file is dropped; our own recipe is written in. Throws
 * `UNSUPPORTED_IMAGE` or `IMAGE_TOO_LARGE` where it is no picture that counts.
 * @param source the picture it was made from; null where it was made from words, or its source is gone
 */
export async function takeResult(bytes: Uint8Array, making: Making, source: SourceFacts | null): Promise<Result> {
  const { png, pixels } = await inspect(bytes)
  const { from: _from, ...options } = making.options
  const trained = making.kind === 'trained' || source?.trained === true
  const recipe = { ...making, options, source: source?.key ?? null, trained, pixels: sha256(pixels.data) }
  const labelled = labelPng(png, { xmp: xmpOf({ recipe, exact: true, page: null }), dpi: storedDpi })
  if (labelled === null) throw new ToileError('UNSUPPORTED_IMAGE')
  return { bytes: labelled, width: pixels.width, height: pixels.height, recipe }
}
