import { useCallback, useEffect } from 'react'
import { type Image, maxUploadBytes } from 'shared'
import { api } from '../api'
import { problemOf } from '../failures'
import { ask } from '../messages'
import type { Source } from '../storage'
import { ownSource } from '../ui/own-source'

/** The first picture among what was pasted or dropped. */
function pictureIn(data: DataTransfer | null): File | null {
  return [...(data?.files ?? [])].find((file) => file.type.startsWith('image/')) ?? null
}

/** Takes pictures that the designer chooses, pastes or drops, and an image of Toile's as the next source. */
export function useSource(sessionId: string): {
  takeFile: (file: File) => Promise<void>
  takeImage: (image: Image) => Promise<void>
} {
  const keep = useCallback((source: Source) => ask('ui-bg-overlay-changed', { sessionId, change: { source } }), [sessionId])

  const takeFile = useCallback(
    async (file: File) => {
      try {
        if (file.size > maxUploadBytes)
          return void (await keep({ state: 'failed', code: 'IMAGE_TOO_LARGE', details: { maxBytes: maxUploadBytes } }))
        await keep({ state: 'acquiring' })
        await keep(ownSource(await api.upload(file, { pageUrl: null, pageTitle: null, imageUrl: null })))
      } catch (error) {
        await keep({ state: 'failed', ...problemOf(error) })
      }
    },
    [keep],
  )
  const takeImage = useCallback(async (image: Image) => void (await keep(ownSource(image))), [keep])
  return { takeFile, takeImage }
}

/** Lets a picture be pasted or dropped anywhere in the overlay. */
export function usePastedPicture(take: (file: File) => void): void {
  useEffect(() => {
    const left = new AbortController()
    const { signal } = left
    const takeFrom = (event: Event, data: DataTransfer | null) => {
      const picture = pictureIn(data)
      if (picture === null) return
      event.preventDefault()
      take(picture)
    }
    document.addEventListener('paste', (event) => takeFrom(event, event.clipboardData), { signal })
    document.addEventListener('drop', (event) => takeFrom(event, event.dataTransfer), { signal })
    // Without this the browser would open a dropped file in place of the overlay.
    document.addEventListener('dragover', (event) => event.preventDefault(), { signal })
    return () => left.abort()
  }, [take])
}
