import { setTimeout as pause } from 'node:timers/promises'

/** Somebody began to read the same thing later, so what was read here may be old. The event that led to it is tried again. */
export class Overtaken extends Error {}

/** Readings that one try may take before it leaves the thing to a later one. */
export const maxReadings = 5
/** How long a reading takes at most, as a rule, in ms; twice as long each time that it was not enough. */
const letThroughMs = 50

/**
 * Waits for the reading that overtook this one to come through: beginning again at once would overtake it in turn, and so on
 * for ever.
 * @param readings how often this one was overtaken before
 */
export async function letThrough(readings: number): Promise<void> {
  await pause(letThroughMs * 2 ** readings)
}

/**
 * Reads at the provider and writes what was read, unless another reading of the same thing began meanwhile: then again, when
 * that one had time to come through.
 * @param read answers false where it was overtaken, and has written nothing that is old
 * @throws Overtaken where that happened again and again
 */
export async function untilNewest(what: string, read: () => Promise<boolean>): Promise<void> {
  for (let readings = 0; readings < maxReadings; readings++) {
    if (readings > 0) await letThrough(readings - 1)
    if (await read()) return
  }
  throw new Overtaken(`others read ${what} at the same time`)
}
