/** Whether the extension that this script came with is still there. After an update, or when it is removed, a page that stays open is left without it. */
export function isInstalled(): boolean {
  return globalThis.chrome?.runtime?.id !== undefined
}

/** Takes back what the browser was asked for, a listener for one. Without the extension nothing is left of it, and asking throws. */
export function takeBack(undo: () => void): void {
  if (isInstalled()) undo()
}
