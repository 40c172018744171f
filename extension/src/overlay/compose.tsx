import type { ReactNode, RefObject } from 'react'
import { type EngineOffer, maxImages } from 'shared'
import type { Wish } from '../overlay-session'
import { engineName } from '../ui/engine-name'
import { facts, t } from '../ui/i18n'
import { type Offer, SelectField } from '../ui/select-field'
import { Stepper } from '../ui/stepper'
import { LookBack } from './look-back'
import { OperationFields } from './operation-fields'
import { OperationTabs } from './operation-tabs'
import { SourceRow } from './source-row'
import { enginesFor } from './use-engines'
import type { Overlay } from './use-overlay'
import { sizes, takesWords } from './wish'

/**
 * Where a wish is put together: picture, operation, its own fields, number, size and engine; locked while it is on its way.
 * `children` is what there is to say about it, `aboutPrice` what there is to say about its price, nearest to that.
 */
export function Compose({
  overlay,
  promptField,
  onFile,
  children,
  aboutPrice,
}: {
  overlay: Overlay
  promptField: RefObject<HTMLTextAreaElement | null>
  onFile: (file: File) => void
  children: ReactNode
  aboutPrice?: ReactNode
}) {
  const { session, sending, dispatch } = overlay
  const { wish } = overlay.state
  const change = (change: Partial<Wish>) => dispatch({ type: 'wish', change })
  return (
    <div className="overlay-body">
      <LookBack overlay={overlay} />
      {wish.operation !== 'generate' && (
        <SourceRow sessionId={session.id} source={session.source} locked={sending} onFile={onFile} />
      )}
      <OperationTabs chosen={wish.operation} locked={sending} onChoose={(operation) => change({ operation })} />
      <div className="stack operation-panel" role="tabpanel" id="operation-panel" aria-labelledby={`tab-${wish.operation}`}>
        <OperationFields overlay={overlay} promptField={promptField} />
        {children}
        <Sets overlay={overlay} change={change} />
        {aboutPrice}
      </div>
    </div>
  )
}

/** How many, how large and by whom: each only where there is something to choose. */
function Sets({ overlay, change }: { overlay: Overlay; change: (change: Partial<Wish>) => void }) {
  const { engines, sending } = overlay
  const { wish } = overlay.state
  const able = enginesFor(wish.operation, engines)
  return (
    <div className="sets">
      {takesWords(wish.operation) && (
        <Stepper
          label={t('images_label')}
          value={wish.count}
          locked={sending}
          least={1}
          most={maxImages}
          onChange={(count) => change({ count })}
        />
      )}
      {wish.operation !== 'upscale' && <SizeField wish={wish} locked={sending} onChange={(size) => change({ size })} />}
      {able.length > 1 && (
        <SelectField
          label={t('engine_label')}
          value={wish.engine}
          locked={sending}
          offers={engineOffers(able)}
          onChange={(engine) => change({ engine })}
        />
      )}
    </div>
  )
}

/** `auto` says which engine it is: the first that can do this, at that one's price. */
function engineOffers(able: EngineOffer[]): Offer[] {
  const names = able.map(({ name }): Offer => [name, engineName(name)])
  const [first] = able
  return [['auto', first === undefined ? t('engine_auto') : facts(t('engine_auto'), engineName(first.name))], ...names]
}

function SizeField({ wish, locked, onChange }: { wish: Wish; locked: boolean; onChange: (size: Wish['size']) => void }) {
  // What was asked for elsewhere can be of another size.
  const offered = sizes.includes(wish.size) ? sizes : [...sizes, wish.size]
  return (
    <SelectField
      label={t('size_label')}
      value={String(wish.size)}
      locked={locked}
      offers={offered.map((size) => [String(size), t('pixels_edge', { size: String(size) })])}
      onChange={(value) => {
        const size = offered.find((one) => String(one) === value)
        if (size !== undefined) onChange(size)
      }}
    />
  )
}
