/** The same names, each only once: what comes again is named by `next`, with 2, 3 … as its turn. */
export function distinct(names: string[], next: (name: string, turn: number) => string): string[] {
  const taken = new Set<string>()
  return names.map((name) => {
    let free = name
    for (let turn = 2; taken.has(free); turn++) free = next(name, turn)
    taken.add(free)
    return free
  })
}

/** Names of files, each only once: “rose.png”, “rose-2.png”. Programs that unpack them may take Rose and rose for one. */
export function distinctFiles(names: string[]): string[] {
  return distinct(
    names.map((name) => name.toLowerCase()),
    (name, turn) => name.replace(/(\.\w+)?$/, (ending) => `-${turn}${ending}`),
  )
}
