import { move, transferableSymbol, valueSymbol } from 'piscina'
import { paletteOf } from '../engines/print/picture/palette-of.ts'
import { ToileError } from '../platform/errors.ts'
import { sha256 } from './digest.ts'
import { admit, thumbnail } from './guard.ts'
import { likenessOf } from './likeness.ts'
import { ownMemory, type PixelAnswer, type PixelTask, type Taken } from './pixel-task.ts'
import { printFile } from './print-file.ts'
import { takeResult } from './result.ts'

/** The worker thread's one function. Gives a `PixelAnswer`. */
export default async function work(task: PixelTask): Promise<ReturnType<typeof move>> {
  return moved(await answerOrRefusal(task))
}

async function answerOrRefusal(task: PixelTask): Promise<PixelAnswer> {
  try {
    return await answer(task)
  } catch (error) {
    if (error instanceof ToileError) return { kind: 'refused', code: error.code, details: error.details, cause: error.cause }
    throw error
  }
}

async function answer(task: PixelTask): Promise<PixelAnswer> {
  switch (task.kind) {
    case 'upload':
      return taken({ ...(await admit(task.bytes)), recipe: null })
    case 'result':
      return taken({ ...(await takeResult(task.bytes, task.making, task.source)), mime: 'image/png' })
    case 'file':
      return { kind: 'file', bytes: owned(await printFile(task.stored, task.format, task.size, task.said)) }
    case 'likeness':
      return { kind: 'likeness', likeness: await likenessOf(task.bytes) }
  }
}

async function taken(picture: Omit<Taken, 'key' | 'thumbnail' | 'palette' | 'likeness'>): Promise<PixelAnswer> {
  const small = await thumbnail(picture.bytes)
  const [palette, likeness] = [await paletteOf(small), await likenessOf(small)]
  const bytes = owned(picture.bytes)
  return { kind: 'taken', taken: { ...picture, bytes, key: sha256(bytes), thumbnail: owned(small), palette, likeness } }
}

/** A decoder's memory stays with this thread: what leaves it is copied here, where that holds nobody up. */
function owned(bytes: Uint8Array): Uint8Array {
  return ownMemory(bytes).length > 0 ? bytes : new Uint8Array(bytes)
}

/** The answer, its bytes handed over instead of copied. */
function moved(answer: PixelAnswer): ReturnType<typeof move> {
  const bytes =
    answer.kind === 'file' ? [answer.bytes] : answer.kind === 'taken' ? [answer.taken.bytes, answer.taken.thumbnail] : []
  return move({ [transferableSymbol]: bytes.flatMap(ownMemory), [valueSymbol]: answer })
}
