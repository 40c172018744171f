import type { GalleryImage } from 'shared'
import { api } from '../../api'
import { ask } from '../../messages'
import { tabOf } from '../../overlay-session'
import { ownSource } from '../../ui/own-source'

/**
 * Opens the images that were made together with this one.
 * @param again the image among them that is to be made again: its price is shown there, and nothing is spent before a click
 */
export async function openBatch({ generationId }: GalleryImage, again: string | null = null): Promise<void> {
  const { intentId, operation, prompt, source } = await api.generation(generationId)
  await ask('ui-bg-open-overlay', { operation: tabOf(operation), prompt, intentId, source: source && ownSource(source), again })
}
