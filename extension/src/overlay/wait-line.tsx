import type { Generation } from 'shared'
import { useAnnounce } from '../ui/announce'
import { facts, type MessageKey, t, tn } from '../ui/i18n'

/** How many images of others come first, and about how long it takes; nothing where nobody can tell. `open` is on its way. */
export function WaitLine({ open }: { open: Generation[] }) {
  const ahead = aheadOf(open)
  const words = ahead === null ? leftWords(open) : aheadWords(ahead)
  useAnnounce(ahead === null ? '' : words, 'progress')
  return words === '' ? null : <p className="caption">{words}</p>
}

type Queue = NonNullable<Generation['queue']>

/** The place of the first images that wait, as long as none is being drawn and others come first. */
function aheadOf(open: Generation[]): Queue | null {
  const drawing = open.some(({ items }) => items.some(({ state }) => state === 'running'))
  const [first] = open.flatMap(({ queue }) => queue ?? [])
  return drawing || first === undefined || first.ahead === 0 ? null : first
}

function aheadWords({ ahead, seconds }: Queue): string {
  const begins = seconds === null ? [] : [about(seconds, 'wait_begins_seconds', 'wait_begins_minutes')]
  return facts(tn('wait_ahead', ahead), ...begins)
}

function leftWords(open: Generation[]): string {
  const known = open.flatMap(({ secondsLeft }) => secondsLeft ?? [])
  return known.length === 0 ? '' : about(Math.max(...known), 'wait_left_seconds', 'wait_left_minutes')
}

/** An estimate, no finer than it is good for. */
function about(seconds: number, inSeconds: MessageKey, inMinutes: MessageKey): string {
  if (seconds > 90) return t(inMinutes, { count: Math.round(seconds / 60) })
  return t(inSeconds, { count: seconds < 10 ? seconds : Math.ceil(seconds / 5) * 5 })
}
