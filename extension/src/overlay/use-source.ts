import { useCallback, useRef } from 'react'
import { type Image, maxUploadBytes } from 'shared'
import { api } from '../api'
import { problemOf } from '../failures'
import { ask } from '../messages'
import type { Source } from '../overlay-session'
import { ownSource } from '../ui/own-source'

/** Takes pictures that the designer chooses, pastes or drops, and an image of Toile's as the next source. */
export function useSource(sessionId: string): {
  takeFile: (file: File) => Promise<void>
  takeImage: (image: Image) => Promise<void>
} {
  const keep = useCallback((source: Source) => ask('ui-bg-overlay-changed', { sessionId, change: { source } }), [sessionId])

  // Of several pictures brought in a row the last one counts, however long the others take.
  const last = useRef<File | Image>(null)
  const takeFile = useCallback(
    async (file: File) => {
      last.current = file
      try {
        if (file.size > maxUploadBytes)
          return void (await keep({ state: 'failed', code: 'IMAGE_TOO_LARGE', details: { maxBytes: maxUploadBytes } }))
        await keep({ state: 'acquiring' })
        const image = await api.upload(file, { pageUrl: null, pageTitle: null, imageUrl: null })
        if (last.current === file) await keep(ownSource(image))
      } catch (error) {
        if (last.current === file) await keep({ state: 'failed', ...problemOf(error) })
      }
    },
    [keep],
  )
  const takeImage = useCallback(
    async (image: Image) => {
      last.current = image
      await keep(ownSource(image))
    },
    [keep],
  )
  return { takeFile, takeImage }
}
