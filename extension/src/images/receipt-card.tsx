import { useEffect, useId, useRef, useState } from 'react'
import type { Receipt } from 'shared'
import { api } from '../api'
import { codeOf, type FailureCode } from '../failures'
import { dayAndTime } from '../ui/dates'
import { FailureNote } from '../ui/failure-note'
import { t, tn } from '../ui/i18n'
import { Icon } from '../ui/icon'
import { LotSwatch } from '../ui/lot-swatch'
import { lotName } from '../ui/lot-words'
import { useInSight } from '../ui/use-in-sight'
import { whyReturned } from './why-returned'

type Read = { at: 'reading' } | { at: 'known'; receipt: Receipt } | { at: 'failed'; code: FailureCode }

/** A generation's receipt, read once it is shown and again whenever `version` changes, as after more of it was settled. */
function useReceipt(generationId: string, version: string): Read {
  const [read, setRead] = useState<Read>({ at: 'reading' })
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version is a reason to read again, not part of the question.
  useEffect(() => {
    let current = true
    api.receipt(generationId).then(
      (receipt) => current && setRead({ at: 'known', receipt }),
      (error: unknown) => current && setRead({ at: 'failed', code: codeOf(error) }),
    )
    return () => {
      current = false
    }
  }, [generationId, version])
  return read
}

/** What an image and its batch cost, which lots paid, what came back and why. `imageId`: the one that is looked at. */
export function ReceiptCard({
  generationId,
  imageId,
  version = '',
  unfolds = false,
  id,
}: {
  generationId: string
  imageId: string | null
  version?: string
  /** It was asked for with a click: it comes into view. */
  unfolds?: boolean
  id?: string | undefined
}) {
  const titleId = useId()
  const place = useRef<HTMLElement>(null)
  const read = useReceipt(generationId, version)
  const { at } = read
  // What has just been read made it longer.
  useInSight(place, unfolds ? at : null)
  return (
    <section className="card receipt" aria-labelledby={titleId} aria-busy={at === 'reading'} id={id} ref={place}>
      <div className="row">
        <Icon name="receipt" />
        <h3 className="title grow" id={titleId}>
          {t('receipt_title')}
        </h3>
        {read.at === 'known' && <span className="caption">{dayAndTime(read.receipt.askedAt)}</span>}
      </div>
      {read.at === 'known' && <Facts receipt={read.receipt} imageId={imageId} />}
      {read.at === 'failed' && <FailureNote code={read.code} />}
    </section>
  )
}

function Facts({ receipt, imageId }: { receipt: Receipt; imageId: string | null }) {
  const { items, count, charged, returned, held, refunded, paidBy, balance, project, priceVersion, creditsEach } = receipt
  const item = imageId === null ? undefined : items.find((one) => one.imageId === imageId)
  const free = creditsEach === 0
  return (
    <>
      <dl className="facts">
        {item !== undefined && (
          <>
            <dt>{t('receipt_image')}</dt>
            <dd className="strong">{item.charged === 0 ? t('cost_free') : tn('cost_credits', item.charged)}</dd>
          </>
        )}
        {!free && (
          <>
            <dt>{tn('receipt_batch', count)}</dt>
            <dd className="receipt-parts">
              <span>{tn('receipt_used', charged)}</span>
              {returned > 0 && <span className="ok-text">{tn('receipt_returned', returned)}</span>}
              {held > 0 && <span>{tn('receipt_held', held)}</span>}
            </dd>
          </>
        )}
        {refunded > 0 && <Fact name={t('receipt_refunded')} value={tn('cost_credits', refunded)} />}
        {paidBy.length > 0 && (
          <>
            <dt>{t('receipt_paid_by')}</dt>
            <dd>
              {paidBy.map((lot) => (
                <span className="receipt-lot" key={`${lot.kind} ${lot.label} ${lot.expiresAt}`}>
                  <LotSwatch kind={lot.kind} />
                  {tn('receipt_lot', lot.credits, { lot: lotName(lot) })}
                </span>
              ))}
            </dd>
          </>
        )}
        {balance !== null && <Fact name={t('receipt_balance')} value={t('receipt_balance_change', balance)} />}
        {project !== null && <Fact name={t('receipt_project')} value={project.name ?? t('receipt_project_gone')} />}
        <Fact name={t('receipt_price_version')} value={String(priceVersion)} />
      </dl>
      <Returns receipt={receipt} />
    </>
  )
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  )
}

/** What came back, and why, place by place. */
function Returns({ receipt }: { receipt: Receipt }) {
  const lines = whyReturned(receipt)
  if (lines.length === 0) return null
  return (
    <div className="receipt-returns">
      <h4 className="label">{t('receipt_why')}</h4>
      <ul className="caption">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  )
}
