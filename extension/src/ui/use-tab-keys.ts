import { type KeyboardEvent, type RefObject, useRef } from 'react'

const sideways: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1 }
const anyWay: Record<string, number> = { ...sideways, ArrowDown: 1, ArrowUp: -1 }

/**
 * For a list of tabs: the arrow keys go from one to the next, around the ends, and choose it.
 * @param rows they may lie in several rows: then up and down count, too
 */
export function useTabKeys<Name>(
  names: readonly Name[],
  { chosen, onChoose, rows = false }: { chosen: Name; onChoose: (name: Name) => void; rows?: boolean },
): { ref: RefObject<HTMLDivElement | null>; onKeyDown: (event: KeyboardEvent) => void } {
  const ref = useRef<HTMLDivElement>(null)
  const onKeyDown = (event: KeyboardEvent) => {
    const step = (rows ? anyWay : sideways)[event.key]
    if (step === undefined) return
    event.preventDefault()
    const next = (names.indexOf(chosen) + step + names.length) % names.length
    const name = names[next]
    if (name === undefined) return
    onChoose(name)
    ref.current?.querySelectorAll('button')[next]?.focus()
  }
  return { ref, onKeyDown }
}
