type Undo = () => Promise<unknown> | unknown

/** What was started and must be stopped: last started, first stopped, each even where another one's stopping fails. */
export class Stack {
  #undos: Undo[] = []

  /** Remembers how to stop something, and hands the thing on. */
  add<T>(thing: T, undo: (thing: T) => Promise<unknown> | unknown): T {
    this.#undos.push(() => undo(thing))
    return thing
  }

  async close(): Promise<void> {
    const failures: unknown[] = []
    for (let undo = this.#undos.pop(); undo !== undefined; undo = this.#undos.pop()) {
      try {
        await undo()
      } catch (error) {
        failures.push(error)
      }
    }
    if (failures.length > 0) throw new AggregateError(failures, 'Not everything could be stopped')
  }
}
