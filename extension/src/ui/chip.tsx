import type { ReactNode } from 'react'
import { Icon } from './icon'

/** A word that the engine understood; a colour shows its ink. */
export function UnderstoodChip({ word, hex }: { word: string; hex?: string | undefined }) {
  return (
    <span className="chip chip-ok">
      {hex === undefined ? <Icon name="check" /> : <span className="chip-ink" style={{ background: hex }} />}
      {word}
    </span>
  )
}

/** A word to put into the prompt with one click. */
export function SuggestionChip({ onClick, children }: { onClick: () => void; children: ReactNode }) {
  return (
    <button type="button" className="chip" onClick={onClick}>
      <Icon name="plus" />
      {children}
    </button>
  )
}
