type Undo = () => Promise<unknown> | unknown

/** What was started and must be stopped: last started, first stopped, each even where another one's stopping fails. */
export class Stack {
  #undos: Undo[] = []
  #refusing = false
  #last: Promise<void> = Promise.resolve()

  /** Remembers how to stop something, and hands the thing on. Throws once it was told to refuse. */
  add<T>(thing: T, undo: (thing: T) => Promise<unknown> | unknown): T {
    this.#undos.push(() => undo(thing))
    if (this.#refusing) throw new Error('Nothing more is started')
    return thing
  }

  /** Whoever adds something from now on is stopped by an error: the next `close` stops what was added, too. */
  refuse(): void {
    this.#refusing = true
  }

  /** Stops everything. Who calls while another call is at it waits for that one. */
  close(): Promise<void> {
    const closed = this.#last.then(() => this.#undoAll())
    this.#last = closed.catch(() => {})
    return closed
  }

  async #undoAll(): Promise<void> {
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
