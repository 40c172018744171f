import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import type { Balance, PromoRedemption } from 'shared'
import { shopApi } from '../shop-api'
import { Button } from '../ui/button'
import { dateInSentence } from '../ui/dates'
import { errorSentence } from '../ui/error-sentence'
import { t, tn } from '../ui/i18n'
import { Note } from '../ui/note'
import { useDeed } from '../ui/use-deed'
import { useInSight } from '../ui/use-in-sight'
import { DeedFailure } from './deed-failure'
import { ResumeOffer } from './resume-offer'

interface Waiting {
  balance: Balance | null
  /** Leaves the page, once a draft goes on elsewhere. */
  onLeave: () => void
}

/**
 * A quiet link at the end of `lead`; it opens a field for a promo code.
 * @param lead what is said before it; empty where nothing is
 */
export function PromoCode({ lead, ...waiting }: Waiting & { lead: string }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      {!(open && lead === '') && (
        <p className="caption">
          {lead}{' '}
          {!open && (
            <button type="button" className="link" onClick={() => setOpen(true)}>
              {t('promo_have')}
            </button>
          )}
        </p>
      )}
      {open && <PromoField {...waiting} />}
    </>
  )
}

function PromoField(waiting: Waiting) {
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const [code, setCode] = useState('')
  const [brought, setBrought] = useState<PromoRedemption | null>(null)
  const form = useRef<HTMLFormElement>(null)
  const { state, run } = useDeed()
  useEffect(() => field.current?.focus({ preventScroll: true }), [])
  // The next step stays in sight below, and would cover what has just come.
  useInSight(form, `${state.at} ${brought?.code}`, 'center')
  const redeem = (event: FormEvent) => {
    event.preventDefault()
    field.current?.focus({ preventScroll: true })
    const typed = code.trim()
    if (typed === '') return
    setBrought(null)
    void run(`promo ${typed}`, async (intentId) => {
      setBrought(await shopApi.redeem({ intentId, code: typed }))
      setCode('')
    })
  }
  return (
    <form className="stack" ref={form} onSubmit={redeem}>
      <div>
        <label className="field-label" htmlFor={id}>
          {t('promo_code')}
        </label>
        <div className="row">
          <input
            id={id}
            ref={field}
            className="field grow"
            type="text"
            maxLength={64}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            enterKeyHint="done"
            value={code}
            onChange={(event) => setCode(event.target.value)}
          />
          <Button type="submit" blocked={state.at === 'doing'}>
            {t('promo_redeem')}
          </Button>
        </div>
      </div>
      {brought !== null && <Brought brought={brought} {...waiting} />}
      <Refused state={state} />
    </form>
  )
}

function Brought({ brought: { code, credits, expiresAt }, ...waiting }: Waiting & { brought: PromoRedemption }) {
  const until = dateInSentence(expiresAt, new Date())
  return (
    <Note look="ok" title={tn('credits_added', credits)} text={t('promo_until', { code, date: until })}>
      <ResumeOffer {...waiting} />
    </Note>
  )
}

/** Who has tried many codes in vain waits; everything else is told as anywhere. */
function Refused({ state }: { state: Parameters<typeof DeedFailure>[0]['state'] }) {
  if (state.at !== 'failed' || state.code !== 'BUSY') return <DeedFailure state={state} />
  return <Note look="warn" title={t('promo_too_many')} text={errorSentence('BUSY', state.details).next} />
}
