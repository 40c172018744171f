import type { Generation } from 'shared'
import { changedPrompt } from './chip-words'
import { PromptChips } from './prompt-chips'
import type { Overlay } from './use-overlay'
import { useUnderstanding } from './use-understanding'

/** What the engine read in the prompt. A chip that is changed leads back to the words: they are what the next images are of. */
export function Understood({ overlay, generation, locked }: { overlay: Overlay; generation: Generation; locked: boolean }) {
  const { prompt, understood, operation, engine } = generation
  const tab = operation === 'generate' ? 'generate' : 'vary'
  const read = useUnderstanding({ operation: tab, prompt: understood.length === 0 ? '' : prompt, engine })
  return (
    <PromptChips
      prompt={prompt}
      understood={understood}
      alternatives={read?.alternatives ?? null}
      locked={locked}
      onChange={(change) => {
        overlay.dispatch({ type: 'edit' })
        overlay.dispatch({ type: 'wish', change: { prompt: changedPrompt(prompt, change) } })
      }}
    />
  )
}
