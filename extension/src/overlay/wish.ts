import type { GenerationRequest, ImageSize, RepeatLayout } from 'shared'

/** What the designer has set so far. */
export interface Wish {
  operation: 'vary' | 'generate' | 'repeat'
  prompt: string
  count: number
  size: ImageSize
  layout: Laid
}

export const sizes: ImageSize[] = [1024, 2048]
/** Layouts that need no subject cut out. */
export type Laid = Exclude<RepeatLayout, 'toss'>
export const layouts: Laid[] = ['block', 'half-drop', 'brick', 'mirror']

/** A layout of the same tile comes out the same every time, so a repeat makes one image. */
export function countOf(wish: Wish): number {
  return wish.operation === 'repeat' ? 1 : wish.count
}

/** What still stands between the wish and a request; null when nothing does. */
export type Missing = 'prompt' | 'source' | 'source-under-way'

type SourceState = { state: 'acquiring' | 'failed' } | { state: 'ready'; image: { id: string } } | null

/** What is missing before this wish can be sent. */
export function missing(wish: Wish, source: SourceState): Missing | null {
  if (wish.operation === 'generate') return wish.prompt.trim() === '' ? 'prompt' : null
  if (source?.state === 'ready') return null
  return source?.state === 'acquiring' ? 'source-under-way' : 'source'
}

/** The nearest size that can be chosen here. */
export function offeredSize(size: number): ImageSize {
  return sizes.find((offered) => offered === size) ?? 1024
}

/** The wish that a request or a draft came from, to go on from it. Operations without a tab here are shown as variations. */
export function wishOf(request: Pick<GenerationRequest, 'operation' | 'prompt' | 'count' | 'layout'> & { size: number }): Wish {
  const { operation, prompt, count, layout } = request
  return {
    operation: operation === 'generate' || operation === 'repeat' ? operation : 'vary',
    prompt,
    count,
    size: offeredSize(request.size),
    layout: layout === undefined || layout === 'toss' ? 'half-drop' : layout,
  }
}

/** The prompt with a suggested word in place of the first word that was not understood; else added at the end. */
export function withSuggestion(prompt: string, unknownWords: string[], suggestion: string): string {
  const lower = prompt.toLowerCase()
  const unknown = unknownWords.find((word) => word !== '' && lower.includes(word.toLowerCase()))
  if (unknown !== undefined) {
    const at = lower.indexOf(unknown.toLowerCase())
    return prompt.slice(0, at) + suggestion + prompt.slice(at + unknown.length)
  }
  return prompt.trim() === '' ? suggestion : `${prompt.trim()}, ${suggestion}`
}
