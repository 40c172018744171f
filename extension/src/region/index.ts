import css from 'data-text:./region.css'
import { tellWorker } from '../page-tool/ask-worker'
import { beginTool, raiseStage } from '../page-tool/stage'
import { selectRegion } from './select-region'

/** Injected on demand: the designer selects a part of the window, and the overlay opens for it. */
const controller = beginTool()
const stop = () => controller.abort()
raiseStage(
  'toile-region',
  {
    css,
    build: (body) =>
      selectRegion(
        body,
        {
          use: (box) => {
            // First of all: the photograph is of the page alone.
            stop()
            tellWorker({ type: 'page-bg-region', box, operation: 'vary' })
          },
          cancel: stop,
        },
        controller.signal,
      ),
  },
  controller.signal,
)
