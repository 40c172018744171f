import type { Browser } from './browser.ts'
import { guestOf } from './guest.ts'
import { finished, request } from './requests.ts'
import type { Taken } from './take-picture.ts'

/**
 * Makes one image from each of these pictures, as the overlay asks for it: the quickest of what costs a credit. All are asked
 * for at once and then waited for one after another, for whoever asks the server all the time keeps it from its work.
 * Answers how many arrived of each.
 */
export async function makeFromEach(browser: Browser, taken: Iterable<Taken>): Promise<number[]> {
  const guest = await guestOf(browser)
  const asked = Array.from(taken, ({ source }) =>
    guest.generations.request.mutate(
      request(1, { operation: 'upscale', prompt: '', factor: 2, sourceImageId: source.image?.id }),
    ),
  )
  const arrived: number[] = []
  for (const { id } of await Promise.all(asked)) {
    const { items } = await finished(guest, id)
    arrived.push(items.filter(({ image }) => image !== null).length)
  }
  return arrived
}
