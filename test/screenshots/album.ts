import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'

/** How the pictures of one series look. */
export interface Look {
  name: string
  locale: string
  colorScheme: 'light' | 'dark'
}

export const looks: Look[] = [
  { name: 'light', locale: 'en-US', colorScheme: 'light' },
  { name: 'dark', locale: 'en-US', colorScheme: 'dark' },
  { name: 'pt-BR', locale: 'pt-BR', colorScheme: 'light' },
  { name: 'es', locale: 'es', colorScheme: 'light' },
]

/** Looks at what is on the screen, under a name: files it as a picture, or holds it against the rules of accessibility. */
export type Shoot = (page: Page, scene: string) => Promise<void>

/** Fonts and pictures are there: a broken picture is photographed as that. */
async function isDrawn(): Promise<void> {
  const pictures = [...document.images].map((image) => image.decode().catch(() => {}))
  await Promise.all([document.fonts.ready, ...pictures])
}

/** An album in `folder`, every file named by scene and look. */
export async function openAlbum(folder: string, look: Look): Promise<Shoot> {
  await mkdir(folder, { recursive: true })
  return async (page, scene) => {
    const path = join(folder, `${scene}-${look.name}.png`)
    await Promise.all(page.frames().map((frame) => frame.evaluate(isDrawn)))
    await page.screenshot({ path, animations: 'disabled' })
    console.log(path)
  }
}

/** Closes a page that was smaller than the others. It made the window small with it, which would take no clicks elsewhere. */
export async function closeSmall(page: Page): Promise<void> {
  await page.setViewportSize(usualSize)
  await page.close()
}

const usualSize = { width: 1280, height: 800 }

/** The sizes that the browser gives a popup, and that designers give a settings page. */
export const popupSize = { width: 380, height: 600 }
export const settingsSize = { width: 960, height: 900 }
export const panelSize = { width: 400, height: 820 }
