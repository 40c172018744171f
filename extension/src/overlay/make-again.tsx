import { useEffect, useId, useRef, useState } from 'react'
import type { Image, ImageRecipe } from 'shared'
import { api } from '../api'
import { codeOf, type FailureCode } from '../failures'
import { Button } from '../ui/button'
import { CostLine } from '../ui/cost-line'
import { FailureNote } from '../ui/failure-note'
import { t, tn } from '../ui/i18n'
import { useInSight } from '../ui/use-in-sight'
import { quoted } from './offer'
import { ProblemNote } from './problem-note'
import { refusalOf } from './refusal'
import type { Overlay } from './use-overlay'
import { usePriceAgain, useQuote } from './use-quote'
import { askedSize } from './wish'

type Read = { at: 'reading' } | { at: 'known'; recipe: ImageRecipe } | { at: 'failed'; code: FailureCode }

/** Reads how an image was made. */
function useRecipe(imageId: string): Read {
  const [read, setRead] = useState<Read>({ at: 'reading' })
  useEffect(() => {
    let current = true
    api.recipe(imageId).then(
      (recipe) => current && setRead({ at: 'known', recipe }),
      (error: unknown) => current && setRead({ at: 'failed', code: codeOf(error) }),
    )
    return () => {
      current = false
    }
  }, [imageId])
  return read
}

/** How the chosen image was made, and the same order once more at the price of now. Nothing is asked for before a click. */
export function MakeAgain({ overlay, image, id }: { overlay: Overlay; image: Image; id: string }) {
  const titleId = useId()
  const place = useRef<HTMLElement>(null)
  const read = useRecipe(image.id)
  const { at } = read
  // What has just been read made it longer.
  useInSight(place, at)
  return (
    <section className="card stack" id={id} aria-labelledby={titleId} aria-busy={at === 'reading'} ref={place}>
      <h3 className="label" id={titleId}>
        {t('again_title')}
      </h3>
      {read.at === 'failed' && <FailureNote code={read.code} />}
      {read.at === 'known' && <Offered overlay={overlay} recipe={read.recipe} />}
    </section>
  )
}

function Offered({ overlay, recipe }: { overlay: Overlay; recipe: ImageRecipe }) {
  const { request, samePixels } = recipe
  const { operation, size, engine } = request
  const reasonId = useId()
  const projectId = overlay.projects.current?.id ?? null
  const { quote, again } = useQuote({ operation, size: askedSize(size), count: 1, engine, projectId }, overlay.balance)
  usePriceAgain(overlay.state, again)
  const price = quoted(quote)
  // Of words alone no source is missed.
  if (operation !== 'generate' && request.sourceImageId === null) return <p className="caption">{t('again_source_gone')}</p>
  const refusal = price === null ? null : refusalOf(price)
  const canMake = quote.at === 'known' && refusal === null && quote.quote.shortfall === 0 && !overlay.sending
  return (
    <>
      <p className="caption">{t(samePixels ? 'again_same' : 'again_similar')}</p>
      {price !== null && <CostLine quote={price} now={new Date()} />}
      {refusal !== null && <ProblemNote problem={refusal} id={reasonId} />}
      <Button
        wide
        icon="again"
        blocked={!canMake}
        aria-describedby={refusal === null ? undefined : reasonId}
        onClick={() => quote.at === 'known' && overlay.makeAgain(recipe, quote.quote)}
      >
        {price === null ? t('action_again') : price.credits === 0 ? t('again_free') : tn('again_for', price.credits)}
      </Button>
    </>
  )
}
