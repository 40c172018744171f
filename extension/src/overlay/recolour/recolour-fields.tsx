import { useMemo } from 'react'
import { t } from '../../ui/i18n'
import type { FieldsProps } from '../fields-props'
import { useNamedColours } from './colour-names'
import { ownPalette, readyPalettes } from './palette'
import { PaletteEditor } from './palette-editor'
import { RecolourPreview } from './recolour-preview'

/** The picture in other colours: its own to begin with, each to be changed, and palettes that are ready. */
export function RecolourFields({ set, change, source, locked }: FieldsProps) {
  const named = useNamedColours()
  const own = useMemo(() => ownPalette(source?.palette ?? []), [source])
  if (source === null) return null
  const wanted = set.palette ?? own
  return (
    <>
      <RecolourPreview image={source} wanted={wanted} />
      <PaletteEditor palette={wanted} named={named} locked={locked} onChange={(palette) => change({ palette })} />
      <fieldset>
        <legend className="field-label">{t('palettes_label')}</legend>
        <div className="palettes">
          <PaletteButton
            name={t('palette_own')}
            colours={own}
            chosen={set.palette === undefined}
            locked={locked}
            onChoose={() => change({ palette: undefined })}
          />
          {readyPalettes.map(({ name, colours }) => (
            <PaletteButton
              key={name}
              name={t(name)}
              colours={colours}
              chosen={set.palette?.join() === colours.join()}
              locked={locked}
              onChoose={() => change({ palette: colours })}
            />
          ))}
        </div>
      </fieldset>
    </>
  )
}

function PaletteButton({
  name,
  colours,
  chosen,
  locked,
  onChoose,
}: {
  name: string
  colours: readonly string[]
  chosen: boolean
  locked: boolean
  onChoose: () => void
}) {
  return (
    <button
      type="button"
      className="palette"
      aria-pressed={chosen}
      aria-disabled={locked || undefined}
      onClick={() => !locked && onChoose()}
    >
      <span className="palette-inks" aria-hidden="true">
        {colours.map((hex) => (
          <i key={hex} style={{ background: hex }} />
        ))}
      </span>
      {name}
    </button>
  )
}
