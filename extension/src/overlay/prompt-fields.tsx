import type { RefObject } from 'react'
import { maxPromptLength } from 'shared'
import type { Wish } from '../overlay-session'
import { SuggestionChip } from '../ui/chip'
import { listed, t } from '../ui/i18n'
import { changedPrompt } from './chip-words'
import { PromptChips } from './prompt-chips'
import { PromptCoach } from './prompt-coach'
import type { Overlay } from './use-overlay'
import { type Read, useUnderstanding } from './use-understanding'
import { withSuggestion } from './wish'

/** The words, and what is read in them while they are written. */
export function PromptFields({ overlay, field }: { overlay: Overlay; field: RefObject<HTMLTextAreaElement | null> }) {
  const { dispatch, sending } = overlay
  const { wish, flow } = overlay.state
  const read = useUnderstanding(wish)
  const refused = 'problem' in flow && flow.problem?.code === 'NOT_UNDERSTOOD'
  const write = (prompt: string) => dispatch({ type: 'wish', change: { prompt } })
  return (
    <>
      <PromptField wish={wish} locked={sending} field={field} onChange={write} />
      {read !== null && (
        <PromptChips
          prompt={wish.prompt}
          understood={read.understood}
          alternatives={read.alternatives}
          locked={sending}
          onChange={(change) => write(changedPrompt(wish.prompt, change))}
          onEmpty={() => field.current?.focus()}
        />
      )}
      {read !== null && <NotDrawn words={stillThere(read, wish)} />}
      {(wish.operation === 'generate' || wish.prompt.trim() !== '') && (
        <PromptCoach
          prompt={wish.prompt}
          read={read}
          locked={sending}
          onAdd={(prompt) => {
            write(prompt)
            // The words stand at the end of the prompt, and there one goes on.
            field.current?.focus()
          }}
        />
      )}
      {read?.refusal === 'NOT_UNDERSTOOD' && !refused && !sending && (
        <Suggestions read={read} onSuggestion={(word) => write(withSuggestion(wish.prompt, read.ignored, word))} />
      )}
    </>
  )
}

/** Words that are left over, as far as they still stand in the prompt. */
function stillThere({ ignored }: Read, { prompt }: Wish): string[] {
  const lower = prompt.toLowerCase()
  return ignored.filter((word) => lower.includes(word.toLowerCase()))
}

/** Words that are paid for and cannot be seen are named. */
export function NotDrawn({ words }: { words: string[] }) {
  if (words.length === 0) return null
  return <p className="caption">{t('not_drawn', { words: listed(words) })}</p>
}

/** Where nothing in the prompt can be drawn: words that can. */
function Suggestions({ read, onSuggestion }: { read: Read; onSuggestion: (word: string) => void }) {
  if (read.suggestions.length === 0) return null
  return (
    <div className="chips">
      <span className="caption">{t('try_words')}</span>
      {read.suggestions.map((word) => (
        <SuggestionChip key={word} onClick={() => onSuggestion(word)}>
          {word}
        </SuggestionChip>
      ))}
    </div>
  )
}

function PromptField({
  wish,
  locked,
  field,
  onChange,
}: {
  wish: Wish
  locked: boolean
  field: RefObject<HTMLTextAreaElement | null>
  onChange: (prompt: string) => void
}) {
  const varies = wish.operation === 'vary'
  return (
    <label>
      <span className="field-label">{varies ? t('prompt_vary_label') : t('prompt_text_label')}</span>
      <textarea
        ref={field}
        className="field"
        value={wish.prompt}
        readOnly={locked}
        maxLength={maxPromptLength}
        placeholder={varies ? t('prompt_vary_hint') : t('prompt_text_hint')}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  )
}
