import type { ReactNode, RefObject } from 'react'
import { maxImages, maxPromptLength } from 'shared'
import { t } from '../ui/i18n'
import { Icon } from '../ui/icon'
import { Stepper } from '../ui/stepper'
import { LayoutChoice } from './layout-choice'
import { LookBack } from './look-back'
import { OperationTabs } from './operation-tabs'
import { SourceRow } from './source-row'
import type { Overlay } from './use-overlay'
import { sizes, type Wish } from './wish'

/**
 * Where a wish is put together: picture, operation, words, number and size; locked while it is on its way. `children` is
 * what there is to say about it, `aboutPrice` what there is to say about its price, nearest to that.
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
      {wish.operation !== 'generate' && <SourceRow source={session.source} locked={sending} onFile={onFile} />}
      <OperationTabs chosen={wish.operation} locked={sending} onChoose={(operation) => change({ operation })} />
      <div className="stack operation-panel" role="tabpanel" id="operation-panel" aria-labelledby={`tab-${wish.operation}`}>
        {wish.operation === 'repeat' ? (
          <LayoutChoice chosen={wish.layout} locked={sending} onChoose={(layout) => change({ layout })} />
        ) : (
          <PromptField wish={wish} locked={sending} field={promptField} onChange={(prompt) => change({ prompt })} />
        )}
        {children}
        <div className="sets">
          {wish.operation !== 'repeat' && (
            <Stepper
              label={t('images_label')}
              value={wish.count}
              locked={sending}
              least={1}
              most={maxImages}
              onChange={(count) => change({ count })}
            />
          )}
          <SizeField wish={wish} locked={sending} onChange={(size) => change({ size })} />
        </div>
        {aboutPrice}
      </div>
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

function SizeField({ wish, locked, onChange }: { wish: Wish; locked: boolean; onChange: (size: Wish['size']) => void }) {
  return (
    <label>
      <span className="field-label">{t('size_label')}</span>
      <span className="select">
        <select
          className="field"
          value={wish.size}
          aria-disabled={locked || undefined}
          onChange={(event) => {
            const size = sizes.find((offered) => String(offered) === event.target.value)
            if (size !== undefined && !locked) onChange(size)
          }}
        >
          {sizes.map((size) => (
            <option key={size} value={size}>
              {t('pixels_edge', { size: String(size) })}
            </option>
          ))}
        </select>
        <Icon name="down" />
      </span>
    </label>
  )
}
