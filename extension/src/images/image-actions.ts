import { useState } from 'react'
import type { ImageFileRequest } from 'shared'
import { api } from '../api'
import { problemOf } from '../failures'
import { errorSentence } from '../ui/error-sentence'
import { type MessageKey, t, tn } from '../ui/i18n'
import { fileBytes, imageBytes } from './image-bytes'
import { openAlone } from './open-alone'
import type { OwnImage } from './own-image'
import { paletteFile } from './palette-file'
import { type Copied, copyImage, downloadFile } from './take-out'
import { zipName, zipOf } from './zip'

/** A file for print: its format, and its width or its resolution. */
export type FileWish = Pick<ImageFileRequest, 'format' | 'widthCm' | 'dpi'>

/** What one can do with the chosen image wherever it is shown. Nothing happens where none is chosen. */
export interface ImageActions {
  /** How the last thing went, in words; empty before the first. */
  said: string
  /** A file is being made or fetched. */
  working: boolean
  copy: () => Promise<void>
  /** Shows the image in a window of our own, where it can be copied; null unless copying was not allowed in this frame. */
  copyElsewhere: (() => Promise<void>) | null
  /** The image as it is. */
  download: () => Promise<void>
  downloadAs: (wish: FileWish) => Promise<void>
  /** Its palette as a file of swatches. */
  downloadPalette: () => Promise<void>
  /** Several images as one zip. */
  downloadAll: (images: OwnImage[]) => Promise<void>
  /** Makes it a favourite, or makes it none. */
  favour: () => Promise<void>
  /** Deletes it; `restore` has it back for a week. */
  remove: () => Promise<void>
  restore: (deleted: Changed) => Promise<void>
  /** A click on what has to be dragged: says how, and what does the same by keyboard. */
  explainDrag: () => void
  /** For what is done beside these: says how it went. */
  tell: (words: string) => void
}

/** An image of which the server knows another state now. */
export interface Changed {
  imageId: string
  generationId: string | null
}

const copyWords: Record<Copied, MessageKey> = {
  'as-png': 'said_copied',
  'as-picture': 'said_copied_picture',
  'not-arrived': 'said_not_arrived',
  'not-allowed': 'said_not_copied',
}

/** The chosen image's file in another format or for a size in print. */
async function printFile({ image, name }: OwnImage, wish: FileWish): Promise<{ bytes: Blob; name: string }> {
  const file = await api.file({ id: image.id, ...wish })
  const ending = file.name.slice(file.name.lastIndexOf('.'))
  return { bytes: await fileBytes(file.url), name: name.replace(/\.\w+$/, '') + ending }
}

/** How the last thing went, and the image that can be copied elsewhere only. */
interface Said {
  said: string
  elsewhere: string | null
}
const nothingSaid: Said = { said: '', elsewhere: null }

const named = ({ image, generationId }: OwnImage): Changed => ({ imageId: image.id, generationId })

/** Why something did not happen, in one line. */
function whyNot(error: unknown): string {
  console.warn('Toile: an image stayed as it was', error)
  const { code, details } = problemOf(error)
  const { what, next } = errorSentence(code, details)
  return `${what} ${next}`
}

/**
 * Actions on the chosen image; each says how it went.
 * @param onChanged the server knows another state of this image: ask it again
 */
export function useImageActions(chosen: OwnImage | null, onChanged: (image: Changed) => Promise<void>): ImageActions {
  const [{ said, elsewhere }, setSaid] = useState<Said>(nothingSaid)
  const tell = (words: string) => setSaid({ said: words, elsewhere: null })
  const [working, setWorking] = useState(false)
  const save = async (made: () => Promise<{ bytes: Blob; name: string }>, done: string) => {
    tell('')
    setWorking(true)
    try {
      const { bytes, name } = await made()
      downloadFile(bytes, name)
      tell(done)
    } catch (error) {
      console.warn('Toile: the image could not be fetched', error)
      tell(t('said_not_downloaded'))
    } finally {
      setWorking(false)
    }
  }
  const change = async (changed: Changed, run: () => Promise<unknown>, done: string) => {
    tell('')
    try {
      await run()
      await onChanged(changed)
      tell(done)
    } catch (error) {
      tell(whyNot(error))
    }
  }
  const copy = async (own: OwnImage) => {
    tell('')
    const how = await copyImage(imageBytes(own), own.image)
    // A page decides what frames in it may do, and a window has the keyboard for itself.
    if (how === 'not-allowed' && window !== window.top) setSaid({ said: t('said_not_copied_here'), elsewhere: own.image.id })
    else tell(t(copyWords[how]))
  }
  const asItIs = async (own: OwnImage) => ({ bytes: await imageBytes(own), name: own.name })
  const ofChosen = (act: (own: OwnImage) => Promise<void>) => async () => {
    if (chosen !== null) await act(chosen)
  }
  return {
    said,
    working,
    tell,
    copy: ofChosen(copy),
    copyElsewhere:
      elsewhere !== null && elsewhere === chosen?.image.id
        ? () => openAlone(elsewhere).catch((error: unknown) => tell(whyNot(error)))
        : null,
    download: ofChosen((own) => save(() => asItIs(own), t('said_downloaded'))),
    downloadAs: async (wish) => {
      if (chosen !== null) await save(() => printFile(chosen, wish), t('said_downloaded'))
    },
    downloadPalette: ofChosen((own) => save(async () => paletteFile(own), t('said_downloaded'))),
    downloadAll: (images) =>
      save(async () => ({ bytes: await zipOf(images), name: zipName(images) }), tn('said_zipped', images.length)),
    favour: ofChosen((own) => {
      const favourite = !own.image.favourite
      return change(
        named(own),
        () => api.favourite(own.image.id, favourite),
        t(favourite ? 'said_favourite' : 'said_no_favourite'),
      )
    }),
    remove: ofChosen((own) => change(named(own), () => api.deleteImage(own.image.id), t('said_deleted'))),
    restore: (deleted) => change(deleted, () => api.restoreImage(deleted.imageId), t('said_restored')),
    explainDrag: () => tell(t('said_drag_how')),
  }
}
