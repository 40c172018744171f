import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { rightClickImage } from '../support/context-menu.ts'
import { guestOf } from '../support/guest.ts'
import { comeNear, overlayIn } from '../support/overlay.ts'
import { shown } from '../support/shown.ts'
import type { Studio } from '../support/studio.ts'
import { tap } from '../support/touch.ts'
import { until } from '../support/until.ts'
import { popupSize, type Shoot } from './album.ts'
import type { Words } from './words.ts'

/** As large as the window that asks. */
const questionSize = { width: 436, height: 480 }

/** What stands in the way: a project's budget, a page that fades the panel, a server that is away. The last scene of a sitting. */
export async function shootObstacles(studio: Studio, words: Words, shoot: Shoot): Promise<void> {
  const { browser, server } = studio
  const page = await browser.open(`${server.url}/try`)
  await rightClickImage(browser, page, '#night-florals')
  await overlayIn(page)
  await shootQuestion(studio, page, words, shoot)
  await shootBudget(studio, page, words, shoot)
  await server.kill()
  const overlay = await overlayIn(page)
  await overlay.getByRole('tab', { name: words('tab_upscale') }).click()
  await shown(overlay, words('error_offline')).first().waitFor()
  await shoot(overlay.page(), 'overlay-offline')
  const popup = await browser.openOwn('popup.html')
  await popup.setViewportSize(popupSize)
  await shown(popup, words('error_offline')).first().waitFor()
  await shoot(popup, 'popup-offline')
}

/** A page fades the panel just before a click: it is asked for in a window of Toile's own. */
async function shootQuestion({ browser }: Studio, page: Page, words: Words, shoot: Shoot): Promise<void> {
  const overlay = await overlayIn(page)
  const generate = overlay.getByRole('button', { name: words('generate_images_other', { count: 4 }), disabled: false })
  await generate.click({ trial: true })
  await page.evaluate(async () => {
    document.documentElement.style.opacity = '0.02'
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))
  })
  await generate.click()
  const question = await until(
    'the window that asks',
    async () => browser.context.pages().find((one) => one.url().includes('?question=')),
    (found) => found !== undefined,
  )
  if (question === undefined) throw new Error('No window asks')
  await question.setViewportSize(questionSize)
  await question.getByRole('button', { name: words('question_yes_other', { count: 4 }), disabled: false }).waitFor()
  await shoot(question, 'question')
  await shootOnceMore(question, words, shoot)
  await page.evaluate(() => document.documentElement.style.removeProperty('opacity'))
  await page.bringToFront()
  await shown(overlay, words('asked_title'), { exact: true }).first().waitFor()
  await shoot(overlay.page(), 'overlay-asked')
  await comeNear(overlay)
  await overlay.getByRole('button', { name: words('cancel') }).click()
  await shown(overlay, words('asked_title'), { exact: true }).waitFor({ state: 'detached' })
}

/** A finger's first touch does not count. */
async function shootOnceMore(question: Page, words: Words, shoot: Shoot): Promise<void> {
  const box = await question.getByRole('button', { name: words('question_yes_other', { count: 4 }) }).boundingBox()
  if (box === null) throw new Error('No button')
  await tap(question, { x: box.x + box.width / 2, y: box.y + box.height / 2 })
  await shown(question, words('question_once_more')).first().waitFor()
  await shoot(question, 'question-once-more')
}

/** Four images for a project whose budget is for one. */
async function shootBudget({ browser }: Studio, page: Page, words: Words, shoot: Shoot): Promise<void> {
  const guest = await guestOf(browser)
  await guest.projects.create.mutate({ intentId: randomUUID(), name: 'Resort 27', budget: 1, whenUsedUp: 'ask' })
  const overlay = await overlayIn(page)
  await overlay.getByRole('button', { name: words('project_label', { name: words('project_none') }) }).click()
  await overlay.getByRole('menuitemradio', { name: 'Resort 27' }).waitFor()
  await shoot(overlay.page(), 'overlay-projects')
  await overlay.getByRole('menuitemradio', { name: 'Resort 27' }).click()
  await overlay.getByRole('checkbox', { name: words('budget_pass_other', { count: 3 }) }).waitFor()
  await shoot(overlay.page(), 'overlay-budget')
}
