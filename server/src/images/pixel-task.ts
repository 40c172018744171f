import { isMarkedAsUntransferable } from 'node:worker_threads'
import type { ErrorCode, ErrorDetails, FileFormat } from 'shared'
import type { Likeness } from './likeness.ts'
import type { Stored } from './print-file.ts'
import type { PrintSize } from './print-size.ts'
import type { Making, Recipe } from './recipe.ts'
import type { SourceFacts } from './result.ts'
import type { Saying } from './xmp.ts'

/** A file to print from, as it is to be made. */
export interface FileTask {
  stored: Stored
  format: FileFormat
  size: PrintSize
  said: Omit<Saying, 'exact'>
}

/** What travels to the thread that works on pixels. */
export type PixelTask =
  | { kind: 'upload'; bytes: Uint8Array }
  | { kind: 'result'; bytes: Uint8Array; making: Making; source: SourceFacts | null }
  | ({ kind: 'file' } & FileTask)
  | { kind: 'likeness'; bytes: Uint8Array }

/** A picture that was taken in, with all that is kept of it. */
export interface Taken {
  bytes: Uint8Array
  /** SHA-256 of the bytes. */
  key: string
  mime: string
  width: number
  height: number
  /** Null for uploads. */
  recipe: Recipe | null
  thumbnail: Uint8Array
  /** Main colours as #rrggbb, largest share first. */
  palette: string[]
  likeness: Likeness
}

/** What comes back. Errors on purpose travel as values, since a thread's boundary takes the class off an error. */
export type PixelAnswer =
  | { kind: 'taken'; taken: Taken }
  | { kind: 'file'; bytes: Uint8Array }
  | { kind: 'likeness'; likeness: Likeness }
  | { kind: 'refused'; code: ErrorCode; details: ErrorDetails; cause: unknown }

/** The memory of bytes that have it to themselves: it is handed to another thread instead of copied. */
export function ownMemory({ buffer, byteLength }: Uint8Array): ArrayBuffer[] {
  const own = buffer instanceof ArrayBuffer && buffer.byteLength === byteLength && !isMarkedAsUntransferable(buffer)
  return own ? [buffer] : []
}
