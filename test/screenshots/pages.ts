import { shown } from '../support/shown.ts'
import type { Studio } from '../support/studio.ts'
import { panelSize, popupSize, type Shoot, settingsSize } from './album.ts'
import type { Words } from './words.ts'

const welcomeSize = { width: 1200, height: 900 }

/** What one sees after installing, before anything was taken. */
export async function shootWelcome({ browser }: Studio, words: Words, shoot: Shoot): Promise<void> {
  const welcome = await browser.openOwn('tabs/welcome.html')
  await welcome.setViewportSize(welcomeSize)
  await welcome.getByRole('button', { name: words('welcome_sites_add') }).click()
  await welcome.getByRole('button', { name: words('welcome_start_with_other', { count: 25 }) }).waitFor()
  await welcome.getByRole('complementary', { name: words('welcome_pin') }).waitFor()
  await shoot(welcome, 'welcome')
  await welcome.close()
}

/** The settings' lower half, the account deleted from there, and what popup, panel and settings show then. The last scene of a sitting. */
export async function shootDeletion({ browser }: Studio, words: Words, shoot: Shoot): Promise<void> {
  const options = await browser.openOwn('options.html')
  await options.setViewportSize(settingsSize)
  // It scrolls there in its own time.
  const privacy = options.getByRole('link', { name: words('options_privacy') })
  await privacy.click()
  await options.locator('a[aria-current]').and(privacy).waitFor()
  await shown(options, words('privacy_policy'), { exact: true }).click()
  await shoot(options, 'options-privacy')
  await options.getByRole('button', { name: words('data_delete_start') }).click()
  await options.getByLabel(words('data_delete_type', { word: words('data_delete_word') })).fill(words('data_delete_word'))
  await options.getByRole('button', { name: words('data_delete_now'), disabled: false }).waitFor()
  await shoot(options, 'options-delete')
  await options.getByRole('button', { name: words('data_delete_now') }).click()
  await options.getByRole('heading', { name: words('deleted_title') }).waitFor()
  await shoot(options, 'options-deleted')
  for (const [page, size] of [
    ['popup', popupSize],
    ['sidepanel', panelSize],
    ['options', settingsSize],
  ] as const) {
    const without = await browser.openOwn(`${page}.html`)
    await without.setViewportSize(size)
    await without.getByRole('button', { name: words('deleted_anew') }).waitFor()
    await shoot(without, `${page}-no-account`)
  }
}
