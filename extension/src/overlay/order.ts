import {
  batchEnd,
  type Generation,
  type GenerationItem,
  type GenerationRequest,
  type ImageRecipe,
  options,
  type Quote,
} from 'shared'
import type { Wish } from '../overlay-session'
import { placesTaken } from './batch'
import { type Flow, imageKey, type Order } from './flow'
import type { Yes } from './offer'
import { askedSize, countOf, optionsAsked, type PictureSize, sizeOf, takesWords } from './wish'

type Images = Omit<GenerationRequest, 'intentId'>

/** Whether both ask for the same images; price and intent aside. */
function sameImages(a: GenerationRequest, b: Images): boolean {
  return (
    a.operation === b.operation &&
    a.prompt === b.prompt &&
    a.sourceImageId === b.sourceImageId &&
    a.count === b.count &&
    a.size === b.size &&
    a.engine === b.engine &&
    a.seed === b.seed &&
    a.projectId === b.projectId &&
    sameOptions(a, b)
  )
}

/** Parsed, both have their fields in one order. */
function sameOptions(a: Images, b: Images): boolean {
  return JSON.stringify(options.parse(a)) === JSON.stringify(options.parse(b))
}

/**
 * Where the answer to the same images was lost, they are asked for under the intent they had: if that order had arrived
 * after all, it is not charged a second time. The server compares what is asked, not the price, which is the one seen now.
 */
function underIntent(images: Images, retrying: string | null, unanswered: Order[], newIntent: () => string): GenerationRequest {
  const lost = unanswered.find((order) => order.retrying === retrying && sameImages(order.request, images))
  return { ...images, intentId: lost?.request.intentId ?? newIntent() }
}

/** What the designer says yes to with a click: the price on the screen and, where they ticked it, limits of their own. */
export interface Agreement {
  quote: Quote
  yes: Yes
}

const noYes: Yes = { useReserve: false, overBudget: false }

const agreed = ({ quote: { priceVersion, credits }, yes }: Agreement) => ({ priceVersion, maxCredits: credits, ...yes })

/** What is asked for: a wish, for which project, of which picture, and behind which images of the same wish. */
export interface Asking {
  wish: Wish
  projectId: string | null
  source: ({ id: string } & PictureSize) | null
  /** Images of this wish that are there already: more of them go on with other styles. */
  made: number
}

/**
 * What a click asks for where the overlay is. More of the images that are shown is more of their own picture, whichever was
 * brought in since.
 */
export function askingFor(wish: Wish, projectId: string | null, source: Asking['source'], flow: Flow): Asking {
  const batch = flow.at === 'finished' ? flow.batch : []
  const last = batch.at(-1)
  if (last?.operation !== wish.operation) return { wish, projectId, source, made: 0 }
  return { wish, projectId, source: last.source, made: placesTaken(batch) }
}

/** The place of the next image in its batch. At the end of all places it begins anew. */
const placed = (made: number, count: number) => (made === 0 || made + count > batchEnd ? {} : { from: made })

/** The order for a wish at the price the designer sees. */
export function orderFor(
  { wish, projectId, source, made }: Asking,
  agreement: Agreement,
  unanswered: Order[],
  newIntent: () => string,
): Order {
  const count = countOf(wish)
  const images: Images = {
    operation: wish.operation,
    prompt: takesWords(wish.operation) ? wish.prompt.trim() : '',
    sourceImageId: wish.operation === 'generate' ? null : (source?.id ?? null),
    count,
    size: sizeOf(wish, source),
    engine: wish.engine,
    ...optionsAsked(wish),
    ...placed(made, count),
    projectId,
    ...agreed(agreement),
  }
  return { request: underIntent(images, null, unanswered, newIntent), retrying: null, from: agreement.quote.from }
}

/**
 * One failed image once more, in its own place and project and by the same engine, at the price that its button shows; that
 * button asks for no yes.
 */
export function oneMoreOf(
  generation: Generation,
  { index }: GenerationItem,
  quote: Quote,
  unanswered: Order[],
  newIntent: () => string,
): Order {
  const { operation, prompt, source, size, engine, projectId } = generation
  const retrying = imageKey(generation, index)
  const images: Images = {
    operation,
    prompt,
    sourceImageId: source?.id ?? null,
    count: 1,
    size: askedSize(size),
    engine,
    ...generation.options,
    ...placed((generation.options.from ?? 0) + index, 1),
    projectId,
    ...agreed({ quote, yes: noYes }),
  }
  return { request: underIntent(images, retrying, unanswered, newIntent), retrying, from: quote.from }
}

/** An image once more as its recipe has it, with its seed, at the price that the button shows; that button asks for no yes. */
export function againBy(
  { request }: ImageRecipe,
  projectId: string | null,
  quote: Quote,
  unanswered: Order[],
  newIntent: () => string,
): Order {
  const images: Images = { ...request, size: askedSize(request.size), projectId, ...agreed({ quote, yes: noYes }) }
  return { request: underIntent(images, null, unanswered, newIntent), retrying: null, from: quote.from }
}

/**
 * The draft once more, for what it costs now; a yes that was given when it was refused counts no more. The server knows it
 * by its intent and forgets the draft once it is taken in.
 */
export function resumed({ request, retrying }: Order, agreement: Agreement): Order {
  return { request: { ...request, ...agreed(agreement) }, retrying, from: agreement.quote.from }
}
