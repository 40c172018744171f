import css from 'data-text:./picker.css'
import { markElement } from '../acquire/marked'
import { tellWorker } from '../page-tool/ask-worker'
import { beginTool, raiseStage } from '../page-tool/stage'
import { pickPicture } from './pick-picture'

/** Injected on demand: the designer picks a picture of the page with keyboard or mouse, and the overlay opens for it. */
const controller = beginTool()
const stop = () => controller.abort()
const deeds = {
  use: (picture: Element) => {
    // First of all: should the picture be photographed, nothing of this is in the way.
    stop()
    tellWorker({ type: 'page-bg-pick', mark: markElement(picture), operation: 'vary' })
  },
  region: () => {
    stop()
    tellWorker({ type: 'page-bg-start-tool', tool: 'region' })
  },
  stop,
}
raiseStage('toile-picker', { css, build: (body) => pickPicture(body, deeds, controller.signal) }, controller.signal)
