import { useEffect, useState } from 'react'
import type { Alternative } from 'shared'
import { api } from '../../api'
import { wordsLanguage } from '../use-understanding'
import { difference, hexToLab } from './oklab'

/** ΔE_OK beyond which a colour is no longer called by a name. */
const farthest = 0.09

/** The colours that have names, in the screen's language; none until the server has told. */
export function useNamedColours(): Alternative[] {
  const [named, setNamed] = useState<Alternative[]>([])
  useEffect(() => {
    let current = true
    api.understand({ operation: 'recolour', prompt: '', language: wordsLanguage() }).then(
      ({ alternatives }) => current && setNamed(alternatives.colour),
      (error: unknown) => console.info('Toile: colours have no names', error),
    )
    return () => {
      current = false
    }
  }, [])
  return named
}

/** What a colour is called: as its nearest neighbour with a name, else by its value. */
export function colourName(hex: string, named: Alternative[]): string {
  const lab = hexToLab(hex)
  let nearest: { word: string; apart: number } = { word: hex, apart: farthest }
  for (const { word, hex: other } of named) {
    const apart = other === undefined ? farthest : difference(lab, hexToLab(other))
    if (apart < nearest.apart) nearest = { word, apart }
  }
  return nearest.word
}
