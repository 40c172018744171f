import type { Book, HistoryEntry } from 'shared'
import { type CreditsKind, creditsKind } from './credits-line'

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
      /** Came back after their lot had ended, and so to nobody. */
      lapsed: number
      /** Came back after their payment was undone, and went with it. */
      withdrawn: number
      lots: LotOf[]
      /** Its oldest movement has been read: the figures are whole. */
      whole: boolean
    }
  | CreditsLine
export interface CreditsLine {
  kind: CreditsKind
  key: string
  at: string
  credits: number
  lot: LotOf
  reference: string | null
  /** Of a plan's reset: so many credits of the cycle before were left, and ended. */
  ended: number
}

type GenerationLine = Extract<HistoryLine, { kind: 'generation' }>
type Figures = Pick<GenerationLine, 'used' | 'returned' | 'held' | 'lapsed' | 'withdrawn'>

const nothing: Figures = { used: 0, returned: 0, held: 0, lapsed: 0, withdrawn: 0 }

/** What became of credits that left a hold, or that were spent and came back. A hold given back counts as returned. */
function backTo(to: Book, credits: number): Partial<Figures> {
  if (to === 'available' || to === 'moved') return { returned: credits }
  return to === 'clawedBack' ? { withdrawn: credits } : { lapsed: credits }
}

/** How a movement changes a generation's figures. */
function effect(from: Book, to: Book, credits: number): Partial<Figures> {
  if (to === 'held') return { held: credits }
  if (from === 'held') return { held: -credits, ...(to === 'spent' ? { used: credits } : backTo(to, credits)) }
  return from === 'spent' ? { used: -credits, ...backTo(to, credits) } : {}
}

function sum(a: Figures, b: Partial<Figures>): Figures {
  const { used = 0, returned = 0, held = 0, lapsed = 0, withdrawn = 0 } = b
  return {
    used: a.used + used,
    returned: a.returned + returned,
    held: a.held + held,
    lapsed: a.lapsed + lapsed,
    withdrawn: a.withdrawn + withdrawn,
  }
}

function withEntry(line: GenerationLine, { from, to, credits, lot }: HistoryEntry): GenerationLine {
  const known = from === 'issued' || line.lots.some(({ kind, label }) => kind === lot.kind && label === lot.label)
  return {
    ...line,
    ...sum(line, effect(from, to, credits)),
    whole: line.whole || to === 'held',
    // Entries come newest first, lots are named in the order in which they paid.
    lots: known ? line.lots : [lot, ...line.lots],
  }
}

function lineOf(entry: HistoryEntry): CreditsLine[] {
  const kind = creditsKind(entry)
  const { sequence, at, credits, lot, reference } = entry
  return kind === null ? [] : [{ kind, key: String(sequence), at, credits, lot, reference, ended: 0 }]
}

function isReset(line: HistoryLine | undefined): line is CreditsLine {
  return line !== undefined && line.kind === 'granted' && line.lot.renews
}

function isLeftOver(line: HistoryLine | undefined): line is CreditsLine {
  return line !== undefined && line.kind === 'expired' && line.lot.kind === 'plan'
}

/** Between a cycle's end and the credits of the next, which may come late; the resets around it are four weeks apart. In ms. */
const longestTurnMs = 7 * 86_400_000

/** The reset that tells a cycle's end: the one beside it, at about its time. Undefined where there is none. */
function resetOf(lines: HistoryLine[], place: number): CreditsLine | undefined {
  const ended = lines[place]
  if (!isLeftOver(ended)) return undefined
  const apartMs = ({ at }: CreditsLine) => Math.abs(Date.parse(at) - Date.parse(ended.at))
  const beside = [nextTo(lines, place, -1), nextTo(lines, place, 1)].filter(isReset)
  return beside.filter((reset) => apartMs(reset) <= longestTurnMs).sort((a, b) => apartMs(a) - apartMs(b))[0]
}

/** What comes next to the end of a cycle, which may be that of several lots. */
function nextTo(lines: HistoryLine[], place: number, step: 1 | -1): HistoryLine | undefined {
  let next = place + step
  while (isLeftOver(lines[next])) next += step
  return lines[next]
}

/** A plan's reset and the end of what its last cycle left over are one line. */
function withResets(lines: HistoryLine[]): HistoryLine[] {
  const resets = lines.map((_, place) => resetOf(lines, place))
  return lines.flatMap((line, place): HistoryLine[] => {
    if (resets[place] !== undefined) return []
    if (!isReset(line)) return [line]
    const ended = lines.filter((_, at) => resets[at] === line).filter(isLeftOver)
    return [{ ...line, ended: ended.reduce((sum, { credits }) => sum + credits, 0) }]
  })
}

/** Whether it is a movement of what a generation held; an older server does not say which hold. */
function isOfGeneration({ holdId, from, to }: HistoryEntry): boolean {
  return holdId !== null || to === 'held' || from === 'held' || from === 'spent'
}

/** Ledger entries, newest first, as lines: everything that one generation moved becomes one line, at its newest moment. */
export function historyLines(entries: HistoryEntry[]): HistoryLine[] {
  const lines: HistoryLine[] = []
  const placeOf = new Map<string, number>()
  for (const entry of entries) {
    if (entry.reference === null || !isOfGeneration(entry)) {
      lines.push(...lineOf(entry))
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
      ...nothing,
      lots: [],
      whole: false,
    }
    placeOf.set(entry.reference, place)
    lines[place] = withEntry(before?.kind === 'generation' ? before : fresh, entry)
  }
  return withResets(lines)
}

/** The lines whose figures are whole: a page of entries can end in the middle of a generation. */
export function wholeLines(lines: HistoryLine[]): HistoryLine[] {
  return lines.filter((line) => line.kind !== 'generation' || line.whole)
}
