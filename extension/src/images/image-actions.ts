import { useState } from 'react'
import type { ImageFileRequest } from 'shared'
import { api } from '../api'
import type { MessageKey } from '../ui/i18n'
import { fileBytes, imageBytes } from './image-bytes'
import type { OwnImage } from './own-image'
import { type Copied, copyImage, downloadFile } from './take-out'

/** A file for print: its format, and its width or its resolution. */
export type FileWish = Pick<ImageFileRequest, 'format' | 'widthCm' | 'dpi'>

/** What one can do with the chosen image wherever it is shown; `said` is the last outcome in words. */
export interface ImageActions {
  said: MessageKey | null
  copy: () => Promise<void>
  /** The image as it is. */
  download: () => Promise<void>
  downloadAs: (wish: FileWish) => Promise<void>
  /** A file for print is being made. */
  working: boolean
  /** A click on what has to be dragged: says how, and what does the same by keyboard. */
  explainDrag: () => void
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

/** Actions on the chosen image; each says how it went. */
export function useImageActions(chosen: OwnImage | null): ImageActions {
  const [said, setSaid] = useState<MessageKey | null>(null)
  const [working, setWorking] = useState(false)
  const save = async (made: Promise<{ bytes: Blob; name: string }>) => {
    setSaid(null)
    setWorking(true)
    try {
      const { bytes, name } = await made
      downloadFile(bytes, name)
      setSaid('said_downloaded')
    } catch (error) {
      console.warn('Toile: the image could not be fetched', error)
      setSaid('said_not_downloaded')
    } finally {
      setWorking(false)
    }
  }
  return {
    said,
    working,
    copy: async () => {
      if (chosen === null) return
      setSaid(null)
      setSaid(copyWords[await copyImage(imageBytes(chosen), chosen.image)])
    },
    download: async () => {
      if (chosen !== null) await save(imageBytes(chosen).then((bytes) => ({ bytes, name: chosen.name })))
    },
    downloadAs: async (wish) => {
      if (chosen !== null) await save(printFile(chosen, wish))
    },
    explainDrag: () => setSaid('said_drag_how'),
  }
}
