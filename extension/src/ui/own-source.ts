import type { Image } from 'shared'
import type { Source } from '../overlay-session'

/** An image of the designer's own as the source: it did not come from a page. */
export function ownSource(image: Image): Source {
  return { state: 'ready', image, pageTitle: null, pageUrl: null, captured: false }
}
