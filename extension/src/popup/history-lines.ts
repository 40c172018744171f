import type { Book, HistoryEntry } from 'shared'

type LotOf = HistoryEntry['lot']

/** One line of the history as the designer reads it: a generation with all its movements, or credits that came or went. */
export type HistoryLine =
  | {
      kind: 'generation'
      key: string
      at: string
      reference: string
      operation: string | null
      used: number
      returned: number
      held: number
      lots: LotOf[]
      /** Its oldest movement has been read: the figures are whole. */
      whole: boolean
    }
  | { kind: 'granted' | 'expired' | 'corrected'; key: string; at: string; credits: number; lot: LotOf }

type GenerationLine = Extract<HistoryLine, { kind: 'generation' }>

/** How a movement changes a generation's figures. A hold given back counts as returned. */
function effect(from: Book, to: Book, credits: number): Pick<GenerationLine, 'used' | 'returned' | 'held'> {
  if (to === 'held') return { used: 0, returned: 0, held: credits }
  if (from === 'held')
    return to === 'spent' ? { used: credits, returned: 0, held: -credits } : { used: 0, returned: credits, held: -credits }
  if (from === 'spent') return { used: -credits, returned: credits, held: 0 }
  return { used: 0, returned: 0, held: 0 }
}

function withEntry(line: GenerationLine, { from, to, credits, lot }: HistoryEntry): GenerationLine {
  const { used, returned, held } = effect(from, to, credits)
  const known = line.lots.some(({ kind, label }) => kind === lot.kind && label === lot.label)
  return {
    ...line,
    used: line.used + used,
    returned: line.returned + returned,
    held: line.held + held,
    whole: line.whole || to === 'held',
    // Entries come newest first, lots are named in the order in which they paid.
    lots: known ? line.lots : [lot, ...line.lots],
  }
}

function lineOf({ sequence, at, from, to, credits, lot }: HistoryEntry): HistoryLine {
  const kind = from === 'issued' ? 'granted' : to === 'expired' ? 'expired' : 'corrected'
  return { kind, key: String(sequence), at, credits, lot }
}

/** Ledger entries, newest first, as lines: everything that one generation moved becomes one line, at its newest moment. */
export function historyLines(entries: HistoryEntry[]): HistoryLine[] {
  const lines: HistoryLine[] = []
  const placeOf = new Map<string, number>()
  for (const entry of entries) {
    if (entry.reference === null || entry.from === 'issued') {
      lines.push(lineOf(entry))
      continue
    }
    const place = placeOf.get(entry.reference) ?? lines.length
    const before = lines[place]
    const fresh: GenerationLine = {
      kind: 'generation',
      key: entry.reference,
      at: entry.at,
      reference: entry.reference,
      operation: entry.purpose,
      used: 0,
      returned: 0,
      held: 0,
      lots: [],
      whole: false,
    }
    placeOf.set(entry.reference, place)
    lines[place] = withEntry(before?.kind === 'generation' ? before : fresh, entry)
  }
  return lines
}

/** The lines whose figures are whole: a page of entries can end in the middle of a generation. */
export function wholeLines(lines: HistoryLine[]): HistoryLine[] {
  return lines.filter((line) => line.kind !== 'generation' || line.whole)
}
