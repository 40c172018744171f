import type { Browser } from './browser.ts'
import { guestOf } from './guest.ts'
import { finished, request } from './requests.ts'
import type { Taken } from './take-picture.ts'

/** Makes one image from each of these pictures, as the overlay asks for it. Answers how many arrived of each. */
export async function makeFromEach(browser: Browser, taken: Iterable<Taken>): Promise<number[]> {
  const guest = await guestOf(browser)
  const ids: string[] = []
  for (const { source } of taken) {
    const effect = { operation: 'effect', prompt: '', effect: 'kaleidoscope-square', sourceImageId: source.image?.id }
    const { id } = await guest.generations.request.mutate(request(1, effect))
    ids.push(id)
  }
  const generations = await Promise.all(ids.map((id) => finished(guest, id)))
  return generations.map(({ items }) => items.filter(({ image }) => image !== null).length)
}
