import { useState } from 'react'

/** Choosing several images, by their keys. Keys of images that are gone count no more. */
export interface Several {
  on: boolean
  has: (key: string) => boolean
  toggle: (key: string) => void
  begin: (first: string | null) => void
  all: (keys: string[]) => void
  end: () => void
}

export function useSeveral(): Several {
  const [chosen, setChosen] = useState<ReadonlySet<string> | null>(null)
  const toggled = (before: ReadonlySet<string>, key: string) => {
    const after = new Set(before)
    if (!after.delete(key)) after.add(key)
    return after
  }
  return {
    on: chosen !== null,
    has: (key) => chosen?.has(key) ?? false,
    toggle: (key) => setChosen((before) => toggled(before ?? new Set(), key)),
    begin: (first) => setChosen(new Set(first === null ? [] : [first])),
    all: (keys) => setChosen(new Set(keys)),
    end: () => setChosen(null),
  }
}
