import { type Generation, type GenerationRequest, type ImageSize, imageSize, type Operation, type Options, options } from 'shared'
import { type OverlaySession, tabOf, type Wish } from '../overlay-session'

/** Sizes that can be chosen. */
export const sizes: ImageSize[] = [1024, 2048]

/** What each tab begins with. */
const usualOptions: Wish['options'] = {
  vary: {},
  generate: {},
  recolour: {},
  repeat: { layout: 'half-drop' },
  upscale: { factor: 2 },
  cutout: { softness: 1, trim: true },
  effect: { effect: 'kaleidoscope-square' },
}

/** Where an overlay begins: anew, or where it was left. */
export function firstWish({
  operation,
  prompt,
  wish = null,
}: Pick<Wish, 'operation' | 'prompt'> & Partial<Pick<OverlaySession, 'wish'>>): Wish {
  return wish ?? { operation, prompt, count: 4, size: 1024, engine: 'auto', options: usualOptions }
}

/** What the chosen tab has set. */
export function optionsOf({ operation, options }: Pick<Wish, 'operation' | 'options'>): Options {
  return options[operation]
}

/** What of it counts, and is asked for: a repeat has a box for what is tossed, and keeps it while other layouts are looked at. */
export function optionsAsked(wish: Pick<Wish, 'operation' | 'options'>): Options {
  const set = optionsOf(wish)
  return wish.operation === 'repeat' && set.layout !== 'toss' ? { ...set, box: undefined } : set
}

/** The wish with other options in its chosen tab. */
export function withOptions({ operation, options }: Wish, change: Options): Pick<Wish, 'options'> {
  return { options: { ...options, [operation]: { ...options[operation], ...change } } }
}

/** The options that hold for another picture as well: a box was drawn over the old one. */
export function forAnotherPicture({ options }: Wish): Pick<Wish, 'options'> {
  const { cutout, repeat } = options
  return { options: { ...options, cutout: { ...cutout, box: undefined }, repeat: { ...repeat, box: undefined } } }
}

/** Whether words say what is wanted. */
export function takesWords(operation: Operation): boolean {
  return operation === 'generate' || operation === 'vary' || operation === 'edit'
}

/** What is done to a picture comes out one way; only words and variations make several. */
export function countOf({ operation, count }: Pick<Wish, 'operation' | 'count'>): number {
  return takesWords(operation) ? count : 1
}

/** A picture's size in px. */
export interface PictureSize {
  width: number
  height: number
}

/** Longest edge in px of a picture that was made so many times as long. */
export function upscaledEdge({ width, height }: PictureSize, factor: number): number {
  return Math.max(width, height) * factor
}

/** The smallest size of the price list that such an edge goes into; the largest where none does. */
export function sizeAround(edge: number): ImageSize {
  const known = imageSize.options.map(({ value }) => value)
  return known.find((size) => size >= edge) ?? 4096
}

/** Longest edge of the result as it is asked and paid for: an upscale's follows from its source. */
export function sizeOf(wish: Pick<Wish, 'operation' | 'size' | 'options'>, source: PictureSize | null): ImageSize {
  const { factor = 2 } = wish.options.upscale
  return wish.operation === 'upscale' && source !== null ? sizeAround(upscaledEdge(source, factor)) : wish.size
}

/** What still stands between the wish and a request; null when nothing does. */
export type Missing = 'prompt' | 'source' | 'source-under-way' | 'palette'

type SourceState = { state: 'acquiring' | 'failed' } | { state: 'ready'; image: { id: string } } | null

/** What is missing before this wish can be sent. */
export function missing(wish: Wish, source: SourceState): Missing | null {
  if (wish.operation === 'generate') return wish.prompt.trim() === '' ? 'prompt' : null
  if (source?.state !== 'ready') return source?.state === 'acquiring' ? 'source-under-way' : 'source'
  return wish.operation === 'recolour' && wish.options.recolour.palette === undefined ? 'palette' : null
}

/** A size as it can be asked for. */
export function askedSize(size: number): ImageSize {
  return imageSize.safeParse(size).data ?? 1024
}

type Asked = Pick<GenerationRequest, 'operation' | 'prompt' | 'count' | 'engine'> & { size: number }

/** The wish that was asked for like this. */
function wishFrom(asked: Asked, { from: _place, ...set }: Options): Wish {
  const operation = tabOf(asked.operation)
  const usual = firstWish({ operation, prompt: asked.prompt })
  return {
    ...usual,
    // Number and size that only followed from the operation are no wish for the other tabs, where they would cost more.
    count: takesWords(operation) ? asked.count : usual.count,
    size: operation === 'upscale' ? usual.size : askedSize(asked.size),
    engine: asked.engine,
    options: { ...usualOptions, [operation]: set },
  }
}

/** The wish that a generation came from, to go on from it. */
export function wishOf(generation: Asked & Pick<Generation, 'options'>): Wish {
  return wishFrom(generation, generation.options)
}

/** The wish that a request, or a draft's request, came from. */
export function wishOfRequest(request: GenerationRequest): Wish {
  return wishFrom(request, options.parse(request))
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
