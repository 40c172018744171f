import { useCallback, useEffect, useEffectEvent, useRef } from 'react'
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

/** Lets a picture be pasted or dropped anywhere in the overlay. */
export function usePastedPicture(onPicture: (file: File) => void): void {
  const take = useEffectEvent(onPicture)
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
  }, [])
}
