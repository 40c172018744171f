import { useId, useState } from 'react'
import type { GalleryImage, ImageDetail } from 'shared'
import { useAnnounce } from '../../ui/announce'
import { Button } from '../../ui/button'
import { engineName } from '../../ui/engine-name'
import { FailureNote } from '../../ui/failure-note'
import { t } from '../../ui/i18n'
import { operationName } from '../../ui/operation-name'
import { Thumb } from '../../ui/thumb'
import { useAttempt } from '../../ui/use-attempt'
import { openBatch } from './open-batch'

type Fact = [name: string, value: string]

/** What decides the image's pixels, by name. */
function factsOf(image: GalleryImage): Fact[] {
  return [
    [t('filter_operation'), operationName(image.operation)],
    [t('engine_label'), engineName(image.engine)],
    [t('detail_seed'), String(image.seed)],
    [t('size_label'), t('detail_pixels', { width: String(image.width), height: String(image.height) })],
  ]
}

/** What an image was made of: its words, operation, engine and seed, and where its source was found; and the way to it again. */
export function RecipeCard({ image, detail }: { image: GalleryImage; detail: ImageDetail | null }) {
  const titleId = useId()
  const [said, setSaid] = useState('')
  useAnnounce(said)
  const opening = useAttempt()
  const facts = factsOf(image)
  const copy = async () => {
    const lines = facts.map(([name, value]) => t('detail_line', { name, value }))
    try {
      await navigator.clipboard.writeText([image.prompt, ...lines].filter(Boolean).join('\n'))
      setSaid(t('detail_recipe_copied'))
    } catch (error) {
      console.info('Toile: the recipe was not copied', error)
      setSaid(t('detail_recipe_not_copied'))
    }
  }
  return (
    <section className="card stack recipe" aria-labelledby={titleId}>
      <div className="row">
        <h2 className="title grow" id={titleId}>
          {t('detail_recipe')}
        </h2>
        <span className="caption">{said}</span>
        <Button look="ghost" size="small" onClick={() => void copy()}>
          {t('detail_copy_recipe')}
        </Button>
      </div>
      {image.prompt !== '' && <p className="recipe-prompt">{image.prompt}</p>}
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        {detail?.source && (
          <div>
            <dt>{t('detail_made_from')}</dt>
            <dd>
              <a className="recipe-source" href={detail.source.url} target="_blank" rel="noreferrer">
                <Thumb image={detail.source} alt={t('detail_source_picture')} size={40} />
              </a>
            </dd>
          </div>
        )}
        {detail?.page?.url && (
          <div>
            <dt>{t('detail_found_on')}</dt>
            <dd>
              <a href={detail.page.url} target="_blank" rel="noreferrer" title={detail.page.title ?? undefined}>
                {new URL(detail.page.url).host}
              </a>
            </dd>
          </div>
        )}
      </dl>
      <Button icon="again" wide onClick={() => opening.attempt(() => openBatch(image, image.id))}>
        {t('action_again')}
      </Button>
      {opening.failed !== null && <FailureNote code={opening.failed} />}
    </section>
  )
}
