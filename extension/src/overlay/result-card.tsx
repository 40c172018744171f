import type { Generation } from 'shared'
import { DownloadPanel } from '../images/download-panel'
import { MoveCard } from '../images/move-card'
import { ReceiptCard } from '../images/receipt-card'
import type { Delivered } from './delivered-tile'
import { MakeAgain } from './make-again'
import type { Card, ResultWays } from './result-ways'
import type { Overlay } from './use-overlay'

/** What is unfolded for the chosen image: its file, its receipt, its project, or making it again. */
export function ResultCard({
  id,
  card,
  overlay,
  chosen,
  generation,
  ways,
}: {
  id: string
  card: Card
  overlay: Overlay
  chosen: Delivered
  generation: Generation
  ways: ResultWays
}) {
  const { image, generationId } = chosen
  switch (card) {
    case 'file':
      return (
        <DownloadPanel
          id={id}
          image={image}
          working={ways.working}
          onDownload={(wish) => void ways.downloadAs(wish)}
          onPalette={() => void ways.downloadPalette()}
        />
      )
    case 'receipt': {
      const settled = generation.items.filter(({ state }) => state !== 'queued' && state !== 'running').length
      return <ReceiptCard id={id} unfolds generationId={generationId} imageId={image.id} version={String(settled)} />
    }
    case 'project':
      return (
        <MoveCard
          id={id}
          generationId={generationId}
          projectId={generation.projectId}
          count={generation.count}
          onMoved={(moved, words) => {
            overlay.dispatch({ type: 'heard', generation: moved })
            ways.toggle('project')
            ways.tell(words)
          }}
        />
      )
    case 'again':
      return <MakeAgain id={id} key={image.id} overlay={overlay} image={image} />
  }
}
