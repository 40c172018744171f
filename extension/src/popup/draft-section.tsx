import type { Balance, Draft, Operation } from 'shared'
import { isAffordable, ResumeDraft } from '../drafts/resume-draft'
import { tabOf } from '../overlay-session'
import { facts, t, tn } from '../ui/i18n'
import { operationNames } from '../ui/operation-name'
import { Thumb } from '../ui/thumb'

/** The request that could not be paid last, and the way on once it can. */
export function DraftSection({ drafts, balance }: { drafts: Draft[]; balance: Balance | null }) {
  const [draft] = drafts
  if (draft === undefined) return null
  const { request, source, credits } = draft
  const size = t('pixels_edge', { size: String(request.size) })
  return (
    <section className="section section-sunken">
      <h2 className="label">{t('draft_title')}</h2>
      <div className="row draft">
        {source !== null && <Thumb image={source} size={48} alt={t('source_picture')} />}
        <div className="grow">
          <p className="draft-prompt">
            {request.prompt === '' ? withoutWords(request.operation) : t('quoted', { word: request.prompt })}
          </p>
          <p className="caption">{facts(tn('images', request.count), size, tn('cost_credits', credits))}</p>
        </div>
      </div>
      {isAffordable(draft, balance) && <ResumeDraft draft={draft} balance={balance} onLeave={() => window.close()} />}
    </section>
  )
}

function withoutWords(operation: Operation): string {
  const tab = tabOf(operation)
  return tab === 'vary' ? t('draft_no_words') : t(operationNames[tab])
}
