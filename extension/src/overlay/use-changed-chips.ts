import { useState } from 'react'
import type { Understood } from 'shared'
import { changedChips, type Offer } from './chip-words'

/** What was read, with what the designer has changed since: a chip stays where it is while the prompt is read anew. */
export function useChangedChips(understood: Understood[]) {
  const [changed, setChanged] = useState({ read: understood, chips: understood })
  const chips = changed.read === understood ? changed.chips : understood
  const change = (chip: Understood, offer: Offer | null) =>
    setChanged({ read: understood, chips: changedChips(chips, chip, offer) })
  return [chips, change] as const
}
