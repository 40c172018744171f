import { afterAll, beforeAll, expect, test } from 'vitest'
import { pillSays } from '../support/pill.ts'
import { shown } from '../support/shown.ts'
import { openStudio, type Studio } from '../support/studio.ts'
import { until } from '../support/until.ts'

let studio: Studio
beforeAll(async () => {
  studio = await openStudio()
})
afterAll(() => studio.close())

test('a pill that is hidden in one tab is hidden in the others too, and the options bring it back to all of them', async () => {
  const { browser, server } = studio
  const pages = [await browser.open(`${server.url}/try`), await browser.open(`${server.url}/try`)]
  const shown = async () => {
    const said = await Promise.all(pages.map(pillSays))
    return said.filter((words) => words !== null).length
  }
  const seenIn = (count: number) => until(`the pill to be seen in ${count} tabs`, shown, (found) => found === count)
  await seenIn(2)

  // As the pill's own menu does; its closed shadow root lets no test in.
  const { hostname } = new URL(server.url)
  await browser.worker.evaluate((host) => {
    const place = { edge: 'right', along: 1, collapsed: false, hidden: true }
    return chrome.storage.local.set({ pillPlaces: { [host]: place } })
  }, hostname)
  await seenIn(0)

  const options = await browser.openOwn('options.html')
  await options.getByRole('button', { name: hostname }).click()
  await seenIn(2)
  expect(await options.getByRole('button', { name: hostname }).count()).toBe(0)
})

test('a site that the designer adds gets the pill, in the page that is open there already, and loses it when it goes', async () => {
  const { browser, site } = studio
  const page = await browser.open(`${site.url}/photo`)
  const says = (what: string, accept: (said: string | null) => boolean) => until(what, () => pillSays(page), accept)
  expect(await pillSays(page)).toBeNull()

  const options = await browser.openOwn('options.html')
  await options.getByLabel('Address of another site').fill('no site')
  await options.getByRole('button', { name: 'Add', exact: true }).click()
  await shown(options, 'This is not the address of a site.').waitFor()
  await options.getByLabel('Address of another site').fill(new URL(site.url).origin)
  await options.getByRole('button', { name: 'Add', exact: true }).click()
  await options.getByRole('switch', { name: '127.0.0.1', checked: true }).waitFor()
  await says('the pill to come', (said) => said !== null)

  await options.getByRole('button', { name: 'Take 127.0.0.1 off the list' }).click()
  await options.getByRole('switch', { name: '127.0.0.1' }).waitFor({ state: 'detached' })
  await page.reload()
  expect(await pillSays(page)).toBeNull()
})
