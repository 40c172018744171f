/** The yarns of a house tartan: the field, a second field, an accent, a dark and a light guard line. */
export type Role = 'field' | 'second' | 'accent' | 'dark' | 'light'

/** Half a sett: it is woven there and back, turning at its first and last stripe, which are the pivots. */
export type HouseSett = readonly (readonly [role: Role, threads: number])[]

/** Weavers' thread counts: F field, S second field, A accent, K dark, W light. None is a registered tartan. */
const threadCounts = [
  // Government: dark squares with paired guard lines in the second field.
  'S12 K2 S2 K2 S2 K12 F13 K2 F13 K10 S10 K2',
  // Stewart: a broad field and a crowded crossing of fine lines.
  'F34 S5 K8 A2 K2 W2 K2 S9 F5 K2 F2 W2',
  // Trench: a broad field with three dark bars between light ones, and one bright line.
  'A2 F18 K5 W4 K5 W4 K5 F18',
  // Two fields of the same weight, parted by light lines.
  'F16 W2 F4 K3 S16 K2 S4 A3',
  // Windowpane: wide squares and a pair of light lines.
  'F26 W2 F5 W2 F8 S12 K3',
  // Lumber: broad bars with an accent on the dark ones.
  'F22 K3 F3 K14 A2 K8',
  // Dress: much light, with the fields as bars.
  'W16 F3 W3 F12 K3 S12 A2',
]

const letters: Record<string, Role> = { F: 'field', S: 'second', A: 'accent', K: 'dark', W: 'light' }

export const houseSetts: readonly HouseSett[] = threadCounts.map((counts) =>
  stripesIn(counts).map(([letter, threads]) => {
    const role = letters[letter]
    if (!role) throw new Error(`No yarn is called ${letter}`)
    return [role, threads] as const
  }),
)

/** Reads a thread count such as "R/144 B16 K24": a yarn's letters, then its threads. */
export function stripesIn(counts: string): [yarn: string, threads: number][] {
  return counts.split(' ').map((stripe) => {
    const [, yarn = '', threads = ''] = /^([A-Z]+)\/?(\d+)$/.exec(stripe) ?? []
    if (!yarn) throw new Error(`Not a stripe of a thread count: ${stripe}`)
    return [yarn, Number(threads)]
  })
}
