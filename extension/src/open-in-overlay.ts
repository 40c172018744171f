import type { Image, Operation } from 'shared'
import { ask } from './messages'
import { tabOf } from './overlay-session'
import { ownSource } from './ui/own-source'

/** What was asked for once: a draft, or a generation with its images. */
interface Asked {
  intentId: string
  operation: Operation
  prompt: string
  source: Image | null
}

/**
 * Opens the overlay with what became of a request: its images, or the draft with its price. Only there it is spent.
 * @param leave what becomes of this page then: a popup closes
 */
export async function openInOverlay(
  { intentId, operation, prompt, source }: Asked,
  leave: () => void = () => window.close(),
): Promise<void> {
  // One message with all there is to say: where a window has to open, this popup is gone before it is answered.
  await ask('ui-bg-open-overlay', { operation: tabOf(operation), prompt, intentId, source: source && ownSource(source) })
  leave()
}
