import type { Generation, GenerationRequest, ImageSize, Quote, RepeatLayout } from 'shared'

/** What the designer has set so far. */
export interface Wish {
  operation: 'vary' | 'generate' | 'repeat'
  prompt: string
  count: number
  size: ImageSize
  layout: RepeatLayout
}

export const sizes: ImageSize[] = [1024, 2048]
export const layouts: RepeatLayout[] = ['block', 'half-drop', 'brick', 'mirror']

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

/** Whether both ask for the same images; price and intent aside. */
function sameImages(a: GenerationRequest, b: Omit<GenerationRequest, 'intentId'>): boolean {
  return (
    a.operation === b.operation &&
    a.prompt === b.prompt &&
    a.sourceImageId === b.sourceImageId &&
    a.count === b.count &&
    a.size === b.size &&
    a.layout === b.layout
  )
}

/**
 * The request for a wish at the price the designer sees. Where the answer to the same wish was lost (`unanswered`), it is
 * that very request again, under its old intent: if it had arrived after all, it is not charged a second time.
 */
export function requestFor(
  wish: Wish,
  sourceImageId: string | null,
  quote: Quote,
  unanswered: GenerationRequest | null,
  newIntent: () => string,
): GenerationRequest {
  const images = {
    operation: wish.operation,
    prompt: wish.operation === 'repeat' ? '' : wish.prompt.trim(),
    sourceImageId: wish.operation === 'generate' ? null : sourceImageId,
    count: countOf(wish),
    size: wish.size,
    engine: 'auto',
    ...(wish.operation === 'repeat' ? { layout: wish.layout } : {}),
    priceVersion: quote.priceVersion,
    maxCredits: quote.credits,
  }
  return underIntent(images, unanswered, newIntent)
}

/** One image of a generation once more, for the price it had. */
export function oneMoreOf(
  { operation, prompt, source, size, priceVersion, creditsEach }: Generation,
  layout: RepeatLayout,
  unanswered: GenerationRequest | null,
  newIntent: () => string,
): GenerationRequest {
  const images = {
    operation,
    prompt,
    sourceImageId: source?.id ?? null,
    count: 1,
    size: offeredSize(size),
    engine: 'auto',
    ...(operation === 'repeat' ? { layout } : {}),
    priceVersion,
    maxCredits: creditsEach,
  }
  return underIntent(images, unanswered, newIntent)
}

function underIntent(
  images: Omit<GenerationRequest, 'intentId'>,
  unanswered: GenerationRequest | null,
  newIntent: () => string,
): GenerationRequest {
  if (unanswered !== null && sameImages(unanswered, images)) return unanswered
  return { ...images, intentId: newIntent() }
}

function offeredSize(size: number): ImageSize {
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
    layout: layout ?? 'half-drop',
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
