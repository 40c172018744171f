import type { KeyboardEvent } from 'react'

const steps: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }

/** Lets the arrow keys go from one of these elements to the next, round the end. */
export function stepFocus(event: KeyboardEvent, within: HTMLElement | null, selector: string): void {
  const step = steps[event.key]
  if (step === undefined || within === null) return
  const all = [...within.querySelectorAll<HTMLElement>(selector)]
  const at = all.findIndex((element) => element.matches(':focus'))
  if (at < 0) return
  event.preventDefault()
  all[(at + step + all.length) % all.length]?.focus()
}
