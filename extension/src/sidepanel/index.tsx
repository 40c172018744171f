import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { Balance, GalleryImage } from 'shared'
import { api } from '../api'
import { imageAlone } from '../images/open-alone'
import type { Session } from '../kept'
import { ShopLater } from '../shop/shop-later'
import { local } from '../storage'
import { Announcer } from '../ui/announce'
import { FailureNote } from '../ui/failure-note'
import { t } from '../ui/i18n'
import { NoAccount, useAccountGone } from '../ui/no-account'
import { preparePage } from '../ui/page'
import { useAttempt } from '../ui/use-attempt'
import { useStored } from '../ui/use-stored'
import { ImageView } from './detail/image-view'
import { Undo } from './detail/undo'
import { useOpenImage } from './detail/use-open-image'
import { everything, type Filter } from './gallery/filter'
import { Gallery } from './gallery/gallery'
import { useShelves } from './gallery/use-shelves'
import { PanelHeader } from './header'
import { ProjectsView } from './projects/projects-view'
import { UsageView } from './usage/usage-view'
import { useSession } from './use-session'
import { type PanelView, ViewTabs } from './view-tabs'
import './panel.css'
import '../images/images.css'
import './detail/detail.css'
import './gallery/gallery.css'
import './projects/projects-view.css'
import './usage/usage.css'

preparePage(t('extensionName'))

/** The side panel: what was made, the projects it was made for, and where the credits went. */
export default function SidePanel() {
  const balance = useStored(local.balance) ?? null
  const session = useSession()
  const gone = useAccountGone()
  return (
    <div className="panel">
      {/* Another server, or another account, is another panel: nothing of the one before is shown. */}
      <Announcer>
        {gone && <Nobody />}
        {!gone && session !== undefined && (
          <Panel key={session && `${session.serverUrl} ${session.token}`} balance={balance} session={session} />
        )}
      </Announcer>
    </div>
  )
}

/** The account is deleted, and so is all that the panel showed. */
function Nobody() {
  return (
    <>
      <PanelHeader balance={null} over={null} onBuy={null} />
      <main className="panel-sections">
        <NoAccount />
      </main>
    </>
  )
}

/** From here on the designer looks at something, and it must not move. */
const topPx = 8

function Panel({ balance, session }: { balance: Balance | null; session: Session | null }) {
  const [view, setView] = useState<PanelView>('gallery')
  const [filter, setFilter] = useState<Filter>(everything)
  const scrolled = useRef<HTMLDivElement>(null)
  const shelves = useShelves(filter, session, () => (scrolled.current?.scrollTop ?? 0) < topPx)
  const looking = useOpenImage(shelves, scrolled)
  const { opened, close } = looking
  const [buying, setBuying] = useState(false)
  const restoring = useAttempt()
  const arriving = useAttempt()
  const showAlone = useEffectEvent((imageId: string) =>
    arriving.attempt(async () => looking.open((await api.imageDetail(imageId)).image)),
  )
  useEffect(() => {
    const alone = imageAlone()
    if (alone !== null) showAlone(alone)
  }, [])
  const over = buying
    ? { title: t('buy_credits'), back: () => setBuying(false) }
    : opened && { title: t('image_title'), back: close }
  const bringBack = async (image: GalleryImage) => {
    await api.restoreImage(image.id)
    shelves.remove(image.id)
  }
  return (
    <>
      <PanelHeader balance={balance} over={over} onBuy={buying ? null : () => setBuying(true)} />
      <main className="panel-under">
        <div className="panel-under" inert={over !== null}>
          <div className="panel-tabs-row">
            <ViewTabs chosen={view} onChoose={setView} />
          </div>
          <div role="tabpanel" id="view-gallery" aria-labelledby="tab-gallery" className="panel-view" hidden={view !== 'gallery'}>
            {restoring.failed !== null && <FailureNote code={restoring.failed} />}
            {arriving.failed !== null && <FailureNote code={arriving.failed} />}
            <Gallery
              shelves={shelves}
              filter={filter}
              balance={balance}
              view={scrolled}
              onFilter={setFilter}
              onOpen={filter.deleted ? (image) => restoring.attempt(() => bringBack(image)) : looking.open}
            />
          </div>
          {view !== 'gallery' && (
            <div role="tabpanel" id={`view-${view}`} aria-labelledby={`tab-${view}`} className="panel-view">
              {view === 'projects' ? <ProjectsView /> : <UsageView onEditBudgets={() => setView('projects')} />}
            </div>
          )}
        </div>
        {opened !== null && (
          <ImageView
            key={opened.id}
            image={opened}
            ended={shelves.ended}
            onChange={looking.change}
            onDeleted={looking.deleted}
            onMoved={shelves.reload}
            onOpen={looking.open}
          />
        )}
        {buying && (
          <div className="panel-shop">
            <ShopLater balance={balance} first="packs" onLeave={() => setBuying(false)} />
          </div>
        )}
        {looking.undo !== null && view === 'gallery' && (
          <Undo key={looking.undo.id} image={looking.undo} onBack={shelves.putBack} onOver={looking.forget} />
        )}
      </main>
    </>
  )
}
