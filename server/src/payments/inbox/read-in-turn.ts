/** Readings of things at the provider, those of one thing in turn. */
interface Readings<Answer> {
  /** The moment from which on a reading knows all that was heard by now. */
  now(): number
  /**
   * The answer of a reading that began after `heardAt`: of one that others asked for, where there is one that is not through, or of
   * a new one. Fails as that one does.
   * @param name what is read
   */
  since(heardAt: number, name: string, read: () => Promise<Answer>): Promise<Answer>
}

interface Reading<Answer> {
  /** Null while it waits for the one before it. */
  begunAt: number | null
  answer: Promise<Answer>
}

/**
 * Events about one thing come in groups: they neither read it against each other, nor each anew what the one before them read
 * after they had come.
 */
export function createReadings<Answer>(): Readings<Answer> {
  const newest = new Map<string, Reading<Answer>>()
  let moment = 0
  return {
    now: () => moment,
    since: async (heardAt, name, read) => {
      const last = newest.get(name)
      if (last !== undefined && (last.begunAt === null || last.begunAt > heardAt)) return last.answer
      const before: Promise<unknown> = last?.answer ?? Promise.resolve()
      const begin = () => {
        moment += 1
        reading.begunAt = moment
        return read()
      }
      // Whether the one before could be read is told to whoever asked for it: here it only says that it is the next one's turn.
      const reading: Reading<Answer> = { begunAt: null, answer: before.catch(() => {}).then(begin) }
      newest.set(name, reading)
      try {
        return await reading.answer
      } finally {
        if (newest.get(name) === reading) newest.delete(name)
      }
    },
  }
}
