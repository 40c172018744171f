import type { Image } from 'shared'
import { api } from '../api'

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

/** The file of an image. Addresses work for an hour or two; an overlay can stay open for longer. */
export async function imageBytes(generationId: string, image: Image): Promise<Blob> {
  const bytes = (await fetched(image.url)) ?? (await fetched(await addressNow(generationId, image)))
  if (bytes === null) throw new Error('The server has no such image')
  return bytes
}
