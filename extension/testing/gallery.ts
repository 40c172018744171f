import type { GalleryImage } from 'shared'
import { sampleImage } from './generations'

/** An image of the gallery, made from words. */
export function sampleGalleryImage(id: string): GalleryImage {
  return {
    ...sampleImage(id),
    generationId: 'generation-1',
    index: 0,
    count: 1,
    projectId: null,
    operation: 'generate',
    prompt: 'gingham in navy on white',
    engine: 'print',
    seed: 7,
    charged: 1,
    sourceImageId: null,
  }
}
