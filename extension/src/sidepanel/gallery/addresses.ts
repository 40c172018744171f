/** When a signed address stops working, in ms; never, where it says nothing of that. */
export function worksUntil(address: string): number {
  const end = Number(new URL(address).searchParams.get('e') ?? Number.NaN)
  return Number.isFinite(end) ? end : Number.POSITIVE_INFINITY
}

/** An address is renewed so many ms before its end: an image that is opened now is looked at for a while. */
export const renewBeforeMs = 60_000
