import { useEffect, useEffectEvent, useState } from 'react'

/** What was pasted or dropped: its first picture; `other` where there are files and none of them is one. */
function contentOf(data: DataTransfer | null): File | 'other' | null {
  const files = [...(data?.files ?? [])]
  return files.find((file) => file.type.startsWith('image/')) ?? (files.length > 0 ? 'other' : null)
}

const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false

/** Words that are pasted where one writes: office programs lay a picture of them beside. */
function isText({ target, clipboardData }: ClipboardEvent): boolean {
  const writes = target instanceof Element && target.closest('textarea, input') !== null
  return writes && (clipboardData?.types.includes('text/plain') ?? false)
}

/**
 * Lets a picture be pasted or dropped anywhere in the page. Answers whether a file is held over it.
 * @param onOther files were brought, and none of them is a picture
 */
export function useDropped(onPicture: (file: File) => void, onOther: () => void): boolean {
  const [over, setOver] = useState(false)
  const take = useEffectEvent((event: Event, data: DataTransfer | null) => {
    const content = contentOf(data)
    setOver(false)
    if (content === null) return
    event.preventDefault()
    if (content === 'other') onOther()
    else onPicture(content)
  })
  useEffect(() => {
    const left = new AbortController()
    const { signal } = left
    document.addEventListener('paste', (event) => isText(event) || take(event, event.clipboardData), { signal })
    document.addEventListener('drop', (event) => take(event, event.dataTransfer), { signal })
    const hold = (event: DragEvent) => {
      // Without this the browser would open a dropped file in place of the page.
      event.preventDefault()
      setOver(carriesFiles(event))
    }
    document.addEventListener('dragover', hold, { signal })
    // Told for every element that is left; of these only the last one leads out of the page.
    document.addEventListener('dragleave', (event) => event.relatedTarget === null && setOver(false), { signal })
    return () => left.abort()
  }, [])
  return over
}
