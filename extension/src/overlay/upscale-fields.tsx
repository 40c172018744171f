import type { Balance, Image } from 'shared'
import { printDpi, widthInCm } from '../images/print-size'
import { Choice } from '../ui/choice'
import { number, t, tn } from '../ui/i18n'
import { Tick } from '../ui/tick'
import type { FieldsProps } from './fields-props'
import { quoted } from './offer'
import { useQuote } from './use-quote'
import { sizeAround, upscaledEdge } from './wish'

const factors = [2, 4] as const

/** How much larger, what that is in print and in credits, and what the picture has to keep. */
export function UpscaleFields({
  set,
  change,
  source,
  locked,
  balance,
  engine,
}: FieldsProps & { balance: Balance | null; engine: string }) {
  return (
    <>
      <fieldset>
        <legend className="field-label">{t('new_size_label')}</legend>
        <div className="choices choices-2">
          {factors.map((factor) => (
            <Choice
              key={factor}
              group="factor"
              checked={set.factor === factor}
              locked={locked}
              onChoose={() => change({ factor })}
            >
              <Factor factor={factor} source={source} balance={balance} engine={engine} />
            </Choice>
          ))}
        </div>
      </fieldset>
      <div>
        <Tick
          label={t('keep_flat')}
          checked={set.flat === true}
          locked={locked}
          // Without a tick the engine looks at the picture itself.
          onChange={(flat) => change({ flat: flat ? true : undefined })}
        />
        <Tick
          label={t('keep_seamless')}
          checked={set.seamless === true}
          locked={locked}
          onChange={(seamless) => change({ seamless: seamless ? true : undefined })}
        />
      </div>
    </>
  )
}

function Factor({
  factor,
  source,
  balance,
  engine,
}: {
  factor: (typeof factors)[number]
  source: Image | null
  balance: Balance | null
  engine: string
}) {
  const edge = source === null ? null : upscaledEdge(source, factor)
  const size = sizeAround(edge ?? 0)
  const price = quoted(useQuote({ operation: 'upscale', size, count: 1, engine }, balance).quote)
  return (
    <>
      <b className="strong">
        {edge === null ? t('times', { factor: String(factor) }) : t('times_to', { factor: String(factor), size: String(edge) })}
      </b>
      {edge !== null && (
        <span>
          {t('print_at', { cm: number(widthInCm(edge, printDpi), { maximumFractionDigits: 0 }), dpi: String(printDpi) })}
        </span>
      )}
      {edge !== null && price !== null && <span>{price.credits === 0 ? t('cost_free') : tn('cost_credits', price.credits)}</span>}
    </>
  )
}
