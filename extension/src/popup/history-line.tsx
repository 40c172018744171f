import type { Generation } from 'shared'
import { Button } from '../ui/button'
import { time } from '../ui/dates'
import { FailureNote } from '../ui/failure-note'
import { type CountedKey, facts, type MessageKey, number, t, tn } from '../ui/i18n'
import { Icon } from '../ui/icon'
import { lotName } from '../ui/lot-words'
import { Thumb } from '../ui/thumb'
import { useAttempt } from '../ui/use-attempt'
import type { HistoryLine } from './history-lines'
import { openInOverlay } from './open-in-overlay'

/** One line: what it was, when and from which lot, and what it did to the balance. */
export function Line({ line, generation }: { line: HistoryLine; generation: Generation | undefined }) {
  return line.kind === 'generation' ? <GenerationLine line={line} generation={generation} /> : <CreditsLine line={line} />
}

const counted: Record<string, CountedKey> = { generate: 'history_generate', vary: 'history_vary', repeat: 'history_repeat' }
const named: Record<string, MessageKey> = { generate: 'tab_text', vary: 'tab_variations', repeat: 'tab_repeat' }

function title(operation: string | null, generation: Generation | undefined): string {
  const sentence = generation && counted[generation.operation]
  if (sentence) return tn(sentence, generation.count)
  return t(named[operation ?? ''] ?? 'history_other')
}

function GenerationLine({
  line,
  generation,
}: {
  line: Extract<HistoryLine, { kind: 'generation' }>
  generation: Generation | undefined
}) {
  const opening = useAttempt()
  const image = generation?.items.find((item) => item.image !== null)?.image
  return (
    <li className="line">
      {image ? <Thumb image={image} size={40} alt="" /> : <LineIcon name="variations" />}
      <div className="grow">
        <p className="strong">{title(line.operation, generation)}</p>
        <p className="caption">{facts(time(line.at), ...line.lots.map(lotName))}</p>
        {line.held > 0 && <p className="caption">{tn('history_held', line.held)}</p>}
        {line.returned > 0 && <p className="caption strong ok-text">{tn('history_returned', line.returned)}</p>}
        {opening.failed !== null && <FailureNote code={opening.failed} />}
      </div>
      {generation && image && (
        <Button
          size="small"
          aria-label={t('history_open_named', { what: title(line.operation, generation), time: time(line.at) })}
          onClick={() => opening.attempt(() => openInOverlay(generation))}
        >
          {t('history_open')}
        </Button>
      )}
      <span className="strong">
        <span aria-hidden="true">{line.used === 0 ? '0' : `−${number(line.used)}`}</span>
        <span className="unseen">{tn('credits_used', line.used)}</span>
      </span>
    </li>
  )
}

function CreditsLine({ line }: { line: Exclude<HistoryLine, { kind: 'generation' }> }) {
  const came = line.kind === 'granted'
  return (
    <li className="line">
      <LineIcon name={came ? 'plus' : 'clock'} />
      <div className="grow">
        <p className="strong">{creditsTitle(line)}</p>
        <p className="caption">{facts(time(line.at), lotName(line.lot))}</p>
      </div>
      <span className={came ? 'strong ok-text' : 'strong'}>{`${came ? '+' : '−'}${number(line.credits)}`}</span>
    </li>
  )
}

function creditsTitle({ kind, credits, lot }: Exclude<HistoryLine, { kind: 'generation' }>): string {
  if (kind === 'expired') return tn('history_expired', credits)
  if (kind === 'corrected') return tn('history_corrected', credits)
  if (lot.kind === 'pack') return tn('history_pack', credits)
  return lot.kind === 'trial' ? tn('history_trial', credits) : tn('history_granted', credits)
}

function LineIcon({ name }: { name: 'plus' | 'clock' | 'variations' }) {
  return (
    <span className="thumb line-icon">
      <Icon name={name} />
    </span>
  )
}
