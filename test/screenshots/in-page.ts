import type { Page } from 'playwright-core'
import { startTool } from '../support/page-tools.ts'
import type { Studio } from '../support/studio.ts'
import type { Shoot } from './album.ts'
import type { Words } from './words.ts'

/** What Toile shows in a page of others: the pill's menu, the button on a picture, the picker, the region tool. */
export async function shootInPage({ browser, server }: Studio, _: Words, shoot: Shoot): Promise<void> {
  const page = await browser.open(`${server.url}/try`)
  const { width, height } = page.viewportSize() ?? { width: 1280, height: 800 }
  await page.locator('toile-pill').waitFor({ state: 'attached' })
  await page.mouse.click(width - 50, height - 32)
  await shoot(page, 'pill-menu')
  await page.keyboard.press('Escape')
  await shootImageButton(page, shoot)

  await startTool(browser, page, 'pick')
  await page.keyboard.press('ArrowRight')
  await shoot(page, 'picker')
  await page.keyboard.press('Escape')

  await startTool(browser, page, 'region')
  await page.mouse.move(420, 250)
  await shoot(page, 'region-start')
  await page.mouse.down()
  await page.mouse.move(520, 320)
  await page.mouse.move(640, 430)
  await page.mouse.up()
  await shoot(page, 'region')
  for (let i = 0; i < 18; i++) await page.keyboard.press('Control+Shift+ArrowLeft')
  await shoot(page, 'region-too-small')
  await page.keyboard.press('Escape')
  await page.close()
}

async function shootImageButton(page: Page, shoot: Shoot): Promise<void> {
  const chips = await page.locator('#chips').boundingBox()
  if (chips === null) throw new Error('The sample page has no chips')
  await page.mouse.move(chips.x + 60, chips.y + 100)
  await page.locator('toile-image').waitFor({ state: 'attached' })
  await page.mouse.move(chips.x + chips.width - 24, chips.y + 24)
  await shoot(page, 'image-button')
  await page.mouse.move(5, 5)
}
