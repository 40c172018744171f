/** Somebody began to read the same thing later, so what was read here may be old. The event that led to it is tried again. */
export class Overtaken extends Error {}

/** Readings that one try may take before it leaves the thing to a later one. */
const maxReadings = 5

/**
 * Reads at the provider and writes what was read, unless another reading of the same thing began meanwhile: then again.
 * @param read answers false where it was overtaken, and has written nothing that is old
 * @throws Overtaken where that happened again and again
 */
export async function untilNewest(what: string, read: () => Promise<boolean>): Promise<void> {
  for (let reading = 0; reading < maxReadings; reading++) if (await read()) return
  throw new Overtaken(`others read ${what} at the same time`)
}
