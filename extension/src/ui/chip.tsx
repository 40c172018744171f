import type { ReactNode } from 'react'
import { Icon } from './icon'

/** A word to put into the prompt with one click. */
export function SuggestionChip({ onClick, children }: { onClick: () => void; children: ReactNode }) {
  return (
    <button type="button" className="chip" onClick={onClick}>
      <Icon name="plus" />
      {children}
    </button>
  )
}
