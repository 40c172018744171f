/** Does work when all that was asked for before it under the same name has ended. */
export type InTurn = <Answer>(name: string, work: () => Promise<Answer>) => Promise<Answer>

export function inTurnByName(): InTurn {
  const last = new Map<string, Promise<unknown>>()
  return async (name, work) => {
    const before = last.get(name) ?? Promise.resolve()
    // What fails, fails for whoever asked for it: here it only says that it is the next one's turn.
    const next = before.catch(() => undefined).then(work)
    last.set(name, next)
    try {
      return await next
    } finally {
      if (last.get(name) === next) last.delete(name)
    }
  }
}
