import { useEffect, useState } from 'react'
import type { Image } from 'shared'

/**
 * What `take` makes of an image's thumbnail; null until it is here, or where it cannot be had. `take` is one function for good:
 * another one takes anew. The picture is freed when it has been taken.
 */
export function useThumb<Taken extends object>({ thumbUrl }: Image, take: (picture: ImageBitmap) => Taken): Taken | null {
  const [taken, setTaken] = useState<Taken | null>(null)
  useEffect(() => {
    let current = true
    // Rather nothing than the picture before this one.
    setTaken(null)
    thumbOf(thumbUrl, take).then(
      (made) => current && setTaken(made),
      (error: unknown) => console.info('Toile: no preview', error),
    )
    return () => {
      current = false
    }
  }, [thumbUrl, take])
  return taken
}

async function thumbOf<Taken>(address: string, take: (picture: ImageBitmap) => Taken): Promise<Taken> {
  const answer = await fetch(address)
  if (!answer.ok) throw new Error(`The picture was answered ${answer.status}`)
  const picture = await createImageBitmap(await answer.blob())
  try {
    return take(picture)
  } finally {
    picture.close()
  }
}
