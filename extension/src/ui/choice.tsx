import type { ReactNode } from 'react'

/** One of a few ways, as a card with a drawing and a name; a radio button for keys and screen readers. */
export function Choice({
  group,
  checked,
  locked = false,
  onChoose,
  children,
}: {
  /** Choices of one group exclude each other. */
  group: string
  checked: boolean
  locked?: boolean
  onChoose: () => void
  children: ReactNode
}) {
  return (
    <label className="choice">
      <input
        type="radio"
        name={group}
        checked={checked}
        aria-disabled={locked || undefined}
        onChange={() => !locked && onChoose()}
      />
      {children}
    </label>
  )
}
