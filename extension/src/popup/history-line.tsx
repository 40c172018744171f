import type { Generation, LotKind } from 'shared'
import { openInOverlay } from '../open-in-overlay'
import { Button } from '../ui/button'
import { time } from '../ui/dates'
import { FailureNote } from '../ui/failure-note'
import { type CountedKey, facts, type MessageKey, number, t, tn } from '../ui/i18n'
import { Icon } from '../ui/icon'
import type { IconName } from '../ui/icon-shapes'
import { lotName } from '../ui/lot-words'
import { operationNames } from '../ui/operation-name'
import { Thumb } from '../ui/thumb'
import { useAttempt } from '../ui/use-attempt'
import { balanceChange, type CreditsKind } from './credits-line'
import type { CreditsLine as CreditsMoved, HistoryLine } from './history-lines'

/** One line: what it was, when and from which lot, and what it did to the balance. */
export function Line({ line, generation }: { line: HistoryLine; generation: Generation | undefined }) {
  return line.kind === 'generation' ? <GenerationLine line={line} generation={generation} /> : <CreditsLine line={line} />
}

const counted: Record<string, CountedKey> = { generate: 'history_generate', vary: 'history_vary', repeat: 'history_repeat' }
const named: Record<string, MessageKey> = operationNames

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
        {line.lapsed > 0 && <p className="caption">{tn('history_lapsed', line.lapsed)}</p>}
        {line.withdrawn > 0 && <p className="caption">{tn('history_withdrawn', line.withdrawn)}</p>}
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
      <Change line={line} />
    </li>
  )
}

/** What it did to the balance. Where only what came back was asked for, that. */
function Change({ line: { used, returned, whole } }: { line: Extract<HistoryLine, { kind: 'generation' }> }) {
  if (!whole && used === 0 && returned > 0) return <span className="strong ok-text">{`+${number(returned)}`}</span>
  return (
    <span className="strong">
      <span aria-hidden="true">{used === 0 ? '0' : `−${number(used)}`}</span>
      <span className="unseen">{tn('credits_used', used)}</span>
    </span>
  )
}

function CreditsLine({ line }: { line: CreditsMoved }) {
  const change = balanceChange(line.kind)
  return (
    <li className="line">
      <LineIcon name={iconOf(line)} />
      <div className="grow">
        <p className="strong">{creditsTitle(line)}</p>
        <p className="caption">
          {facts(time(line.at), lotName(line.lot), ...(line.ended > 0 ? [tn('history_ended', line.ended)] : []))}
        </p>
      </div>
      {change !== '' && (
        <span className={change === '+' ? 'strong ok-text' : 'strong'}>{`${change}${number(line.credits)}`}</span>
      )}
    </li>
  )
}

const titles: Record<Exclude<CreditsKind, 'granted'>, CountedKey> = {
  allowed: 'history_allowed',
  given: 'history_given',
  taken: 'history_taken',
  expired: 'history_expired',
  unused: 'history_unused',
  carried: 'history_carried',
  'clawed-back': 'history_clawed_back',
  unpaid: 'history_unpaid',
  repaid: 'history_repaid',
  restored: 'history_restored',
  corrected: 'history_corrected',
}
const granted: Partial<Record<LotKind, CountedKey>> = { pack: 'history_pack', plan: 'history_plan', trial: 'history_trial' }

/** Promo credits are called by their code, or by what the operator wrote to them. */
function promoTitle({ lot: { kind, label }, reference }: CreditsMoved): string | null {
  if (kind !== 'promo' || label === null) return null
  return reference?.startsWith('promo:') ? t('history_promo_code', { code: label }) : t('history_gift', { label })
}

function creditsTitle(line: CreditsMoved): string {
  const { kind, credits, lot } = line
  const promo = kind === 'granted' ? promoTitle(line) : null
  if (promo !== null) return promo
  if (kind === 'granted' && lot.renews) return t('history_plan_reset')
  return tn(kind === 'granted' ? (granted[lot.kind] ?? 'history_granted') : titles[kind], credits)
}

function iconOf({ kind, lot }: CreditsMoved): IconName {
  if (kind === 'granted' && lot.renews) return 'clock'
  if (kind === 'restored') return 'back'
  const change = balanceChange(kind)
  if (change === '+') return 'plus'
  return change === '' || kind === 'expired' ? 'clock' : 'minus'
}

function LineIcon({ name }: { name: IconName }) {
  return (
    <span className="thumb line-icon">
      <Icon name={name} />
    </span>
  )
}
