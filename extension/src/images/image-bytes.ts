import type { Image } from 'shared'
import { api } from '../api'
import type { OwnImage } from './own-image'

async function fetched(url: string): Promise<Blob | null> {
  const answer = await fetch(url)
  return answer.ok ? answer.blob() : null
}

/** The address that the server gives this image now. */
async function addressNow(generationId: string, image: Image): Promise<string> {
  const { items } = await api.generation(generationId)
  return items.find((item) => item.image?.id === image.id)?.image?.url ?? image.url
}

/** The file at an address that the server has just given. */
export async function fileBytes(url: string): Promise<Blob> {
  const bytes = await fetched(url)
  if (bytes === null) throw new Error('The server has no such file')
  return bytes
}

/** The file of an image. Addresses work for an hour or two; a page can stay open for longer. */
export async function imageBytes({ image, generationId }: Pick<OwnImage, 'image' | 'generationId'>): Promise<Blob> {
  const bytes = await fetched(image.url)
  if (bytes !== null) return bytes
  if (generationId === null) throw new Error('The server has no such image')
  return fileBytes(await addressNow(generationId, image))
}
