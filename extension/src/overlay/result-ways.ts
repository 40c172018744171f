import { useState } from 'react'
import type { Image } from 'shared'
import { api } from '../api'
import { type Changed, type ImageActions, useImageActions } from '../images/image-actions'
import type { Delivered } from './delivered-tile'
import type { Overlay } from './use-overlay'

/** What is unfolded below the actions: one at a time. */
export type Card = 'file' | 'receipt' | 'project' | 'again'

/** What one can do with the chosen image in the overlay. */
export interface ResultWays extends ImageActions {
  /** Null while images are still on their way: their view stays. */
  asSource: (() => void) | null
  /** Opens the palette of this image, which is free. */
  adjust: (() => void) | null
  open: Card | null
  /** Unfolds it, or folds it up again. */
  toggle: (card: Card) => void
}

/** How the overlay goes on with an image: as a source, in the tab that was open or in the one for colours. */
export type GoOn = (image: Image, how: 'as-source' | 'adjust') => void

interface Ways {
  /** What is unfolded at first. */
  begin: Card | null
  /** Null while images are on their way. */
  onGoOn: GoOn | null
}

/** The ways of the chosen image. */
export function useResultWays({ dispatch }: Overlay, chosen: Delivered | null, { begin, onGoOn }: Ways): ResultWays {
  const [open, setOpen] = useState(begin)
  const renew = async ({ generationId }: Changed) => {
    if (generationId !== null) dispatch({ type: 'heard', generation: await api.generation(generationId) })
  }
  const actions = useImageActions(chosen, renew)
  const goOn = (how: Parameters<GoOn>[1]) => (onGoOn === null || chosen === null ? null : () => onGoOn(chosen.image, how))
  return {
    ...actions,
    asSource: goOn('as-source'),
    adjust: goOn('adjust'),
    // While images are on their way none is made again.
    open: open === 'again' && onGoOn === null ? null : open,
    toggle: (card) => {
      actions.tell('')
      setOpen((before) => (before === card ? null : card))
    },
  }
}
