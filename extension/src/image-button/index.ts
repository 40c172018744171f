import { showButton } from './show-button'

/** Injected when the pointer rests on a page with the pill for the first time: until then a page carries none of this. */
const resting = globalThis.toileResting
if (resting && !resting.signal.aborted && !resting.rested) {
  resting.rested = showButton(resting)
  resting.rested(resting.x, resting.y)
}
