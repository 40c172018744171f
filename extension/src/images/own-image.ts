import type { Image, Operation } from 'shared'

/** An image of the designer's, with what one needs to do something with it, in the overlay as in the gallery. */
export interface OwnImage {
  image: Image
  /** What its file is called. */
  name: string
  /** What made it; null for a picture that the designer brought. */
  generationId: string | null
  operation: Operation | null
}
