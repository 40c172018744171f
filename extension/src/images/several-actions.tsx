import { useAnnounce } from '../ui/announce'
import { Button } from '../ui/button'
import { t, tn } from '../ui/i18n'
import type { ImageActions } from './image-actions'
import type { OwnImage } from './own-image'

/** What one can do with several images at once; `all` says whether every one is chosen. */
export function SeveralActions({
  images,
  all,
  actions,
  onAll,
  onDone,
}: {
  images: OwnImage[]
  all: boolean
  actions: ImageActions
  onAll: () => void
  onDone: () => void
}) {
  const { length } = images
  useAnnounce(actions.said === '' ? tn('several_chosen', length) : actions.said)
  return (
    <div className="result-actions stack">
      <Button
        wide
        icon="download"
        blocked={length === 0 || actions.working}
        aria-describedby="several-said"
        onClick={() => void actions.downloadAll(images)}
      >
        {actions.working ? t('download_working') : tn('several_download', length)}
      </Button>
      <div className="row row-stretch">
        <Button className="grow" blocked={all} onClick={onAll}>
          {t('several_all')}
        </Button>
        <Button className="grow" onClick={onDone}>
          {t('several_done')}
        </Button>
      </div>
      <p className="caption said" id="several-said">
        {length === 0 ? t('several_none') : actions.said}
      </p>
    </div>
  )
}
