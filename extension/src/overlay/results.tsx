import { useState } from 'react'
import type { Generation } from 'shared'
import { Compare } from '../images/compare'
import { SeveralActions } from '../images/several-actions'
import { type Several, useSeveral } from '../images/use-several'
import { Button } from '../ui/button'
import { t, tn } from '../ui/i18n'
import { Note } from '../ui/note'
import { operationNames } from '../ui/operation-name'
import { deliveredOf, placesOf } from './batch'
import type { Delivered } from './delivered-tile'
import { FinishedFooter } from './finished-footer'
import type { Flow } from './flow'
import { Grid } from './grid'
import { Heading } from './heading'
import { ProblemNote } from './problem-note'
import { NotDrawn } from './prompt-fields'
import { ResultActions } from './result-actions'
import { type GoOn, type ResultWays, useResultWays } from './result-ways'
import { RunningFooter } from './running-footer'
import { Understood } from './understood'
import { useChosen } from './use-chosen'
import type { Overlay } from './use-overlay'
import { WaitLine } from './wait-line'

type Shown = Extract<Flow, { at: 'running' | 'finished' }>

/** Images as they arrive, and what one can do with them. */
export function Results({ overlay, shown, onGoOn }: { overlay: Overlay; shown: Shown; onGoOn: GoOn }) {
  const { batch, retried, problem } = shown
  const places = placesOf(batch, retried)
  const delivered = deliveredOf(places, namesFor(overlay))
  const { chosen, choose, again } = useChosen(overlay, batch, delivered)
  const running = shown.at === 'running'
  const ways = useResultWays(overlay, chosen, { begin: again ? 'again' : null, onGoOn: running ? null : onGoOn })
  const several = useSeveral()
  // What is made in addition ends a comparison: it is looked at first.
  const [compared, setCompared] = useState<number | null>(null)
  const comparing = compared === batch.length
  const last = batch.at(-1)
  if (last === undefined) return null
  const open = batch.filter(({ finished }) => !finished)
  const { generation = last } = places.find(({ key }) => key === chosen?.key) ?? {}
  const { source } = generation
  const arrived = places.filter(({ item }) => item.state === 'delivered').length
  const grid = { overlay, places, delivered, chosenKey: chosen?.key ?? null, onChoose: choose, several, ways, running }
  return (
    <>
      <div className="overlay-body">
        <div className="row heading-row">
          <Heading view={`${shown.at} ${batch.length}`}>{running ? drawing(open) : title(last, places.length, arrived)}</Heading>
          {running && <WaitLine open={open} />}
          {source !== null && chosen !== null && !running && (
            <Button
              look="ghost"
              size="small"
              aria-pressed={comparing}
              onClick={() => setCompared(comparing ? null : batch.length)}
            >
              {t('compare_source')}
            </Button>
          )}
        </div>
        <NotDrawn words={last.ignored} />
        <NearDuplicates count={delivered.filter(({ reason }) => reason === 'NEAR_DUPLICATE').length} />
        {shown.found && <Note title={t('found_title')} text={t('found_text')} />}
        {problem !== null && <ProblemNote problem={problem} />}
        {comparing && source !== null && chosen !== null ? (
          <Compare source={source} image={chosen.image} name={t('tile_image', { place: chosen.place })} />
        ) : (
          <Grid {...grid} />
        )}
        {running && <p className="caption">{t('results_may_close')}</p>}
        <Actions overlay={overlay} generation={generation} chosen={chosen} delivered={delivered} ways={ways} several={several} />
        <Understood overlay={overlay} generation={last} locked={running || overlay.sending} />
      </div>
      {running ? (
        <RunningFooter overlay={overlay} open={open} from={shown.from} stopping={shown.stopping} />
      ) : (
        <FinishedFooter overlay={overlay} batch={batch} from={shown.from} />
      )}
    </>
  )
}

/** What one can do with the chosen image, or with several. */
function Actions({
  overlay,
  generation,
  chosen,
  delivered,
  ways,
  several,
}: {
  overlay: Overlay
  generation: Generation
  chosen: Delivered | null
  delivered: Delivered[]
  ways: ResultWays
  several: Several
}) {
  if (several.on) {
    const picked = delivered.filter(({ key }) => several.has(key))
    return (
      <SeveralActions
        images={picked}
        all={picked.length === delivered.length}
        actions={ways}
        onAll={() => several.all(delivered.map(({ key }) => key))}
        onDone={several.end}
      />
    )
  }
  if (chosen === null) return null
  const begin = () => {
    ways.tell('')
    several.begin(chosen.key)
  }
  const onSeveral = delivered.length > 1 ? begin : null
  const props = { overlay, generation, chosen, ways, onSeveral }
  return <ResultActions {...props} blocked={overlay.sending} />
}

/** What images without a prompt are called: after the page that their source is from, else after what they are. */
function namesFor({ session: { source }, state: { wish } }: Overlay): (string | null)[] {
  return [source?.state === 'ready' ? source.pageTitle : null, t(operationNames[wish.operation])]
}

function drawing(open: Generation[]): string {
  const count = open.reduce((sum, generation) => sum + generation.count, 0)
  const allVary = open.every(({ operation }) => operation === 'vary')
  return allVary ? tn('drawing_variations', count) : tn('drawing_images', count)
}

function title({ operation }: Generation, wanted: number, delivered: number): string {
  return operation === 'vary' ? tn('results_variations', wanted, { delivered }) : tn('results_images', wanted, { delivered })
}

/** Why images that are there have cost nothing, and how the next ones come out more different. */
function NearDuplicates({ count }: { count: number }) {
  return count === 0 ? null : <p className="caption">{tn('near_duplicates', count)}</p>
}
