export type Fetch = typeof globalThis.fetch

/** Most bytes of a service's answer: the largest picture that is decoded, as a PNG of noise in base64. */
const maxAnswerBytes = 256 * 2 ** 20

/** An answer that would have filled the memory. It is final: the next one would be as long. */
export class AnswerTooLong extends Error {
  constructor(maxBytes: number) {
    super(`The service's answer is longer than ${maxBytes} bytes`)
    this.name = 'AnswerTooLong'
  }
}

/** A fetch whose answers end with `AnswerTooLong` where they are longer, whatever they said before, unpacked or not. */
export function boundedFetch(fetch: Fetch, maxBytes = maxAnswerBytes): Fetch {
  return async (input, init) => {
    const response = await fetch(input, init)
    if (response.body === null) return response
    if (Number(response.headers.get('content-length')) > maxBytes) {
      await response.body.cancel()
      throw new AnswerTooLong(maxBytes)
    }
    let bytes = 0
    const counting = new TransformStream<Uint8Array, Uint8Array>({
      transform: (chunk, controller) => {
        bytes += chunk.byteLength
        if (bytes > maxBytes) controller.error(new AnswerTooLong(maxBytes))
        else controller.enqueue(chunk)
      },
    })
    const { status, statusText, headers } = response
    return new Response(response.body.pipeThrough(counting), { status, statusText, headers })
  }
}
