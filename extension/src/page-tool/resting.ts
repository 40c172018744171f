/** Where the pointer rests, shared by the pill and the image button, which is injected when it rests for the first time. */
export interface Resting {
  /** In CSS px of the window. */
  x: number
  y: number
  /** Whether the designer hid Toile on this site. */
  isOff(): boolean
  /** Ends when the pill goes. */
  signal: AbortSignal
  /** The extension has gone: the pill goes, too. */
  gone(): void
  /** What is done when the pointer rests; the image button sets it. */
  rested?: (x: number, y: number) => void
}
declare global {
  var toileResting: Resting | undefined
}
