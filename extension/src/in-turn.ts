/** Does work when all that was asked for before it has ended, and answers what it answers. */
export type InTurn = <R>(work: () => Promise<R>) => Promise<R>

/** A queue of its own: one work after another. What fails, fails for whoever asked for it, and the next is done all the same. */
export function oneAfterAnother(): InTurn {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const next = last.then(work)
    // The error is with whoever asked; here it only says that it is the next one's turn.
    last = next.catch(() => undefined)
    return next
  }
}
