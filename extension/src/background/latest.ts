/**
 * Work that shows the newest of something. Asked for while it runs, it runs once more when it is done, however often it was asked:
 * the last word is the newest, and nothing waits behind what is out of date. `failed` hears what went wrong; the next asking works.
 */
export function latest(work: () => Promise<void>, failed: (error: unknown) => void): () => void {
  let asked = false
  let running = false
  const runWhileAsked = async (): Promise<void> => {
    running = true
    while (asked) {
      asked = false
      await work().catch(failed)
    }
    running = false
  }
  return () => {
    asked = true
    if (!running) void runWhileAsked()
  }
}
