import type { ImageRecipe } from 'shared'
import type { Image as ImageRow } from '../../generated/sqlite/client.ts'
import { ToileError } from '../platform/errors.ts'
import { recipeOf } from './recipe.ts'

/**
 * What to ask for so that an image is made again. Throws `NOT_FOUND` for what was not made here.
 * @param versionOf the version of an engine as it is now; null where there is none of that name
 * @param sourceIsThere whether the picture that it was made from can still be used
 */
export function askAgain(row: ImageRow, versionOf: (engine: string) => string | null, sourceIsThere: boolean): ImageRecipe {
  const recipe = recipeOf(row)
  if (recipe === null) throw new ToileError('NOT_FOUND')
  const { operation, prompt, size, engine, seed, index, sourceImageId, options } = recipe
  const { from: _from, ...asked } = options
  const kept = sourceImageId === null || sourceIsThere
  return {
    request: {
      operation,
      prompt,
      sourceImageId: kept ? sourceImageId : null,
      count: 1,
      size,
      engine,
      seed,
      ...asked,
      from: index,
    },
    samePixels: recipe.kind === 'drawn' && kept && versionOf(engine) === recipe.version,
  }
}
