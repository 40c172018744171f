import { rightClickImage } from '../support/context-menu.ts'
import { overlayIn } from '../support/overlay.ts'
import type { Studio } from '../support/studio.ts'
import type { Shoot } from './album.ts'
import type { Words } from './words.ts'

/** Prompts in the language of the screen. */
const prompts = {
  vary: {
    en: 'Keep the daisies, make the petals looser. Dusty pink, ochre and sage on deep navy.',
    pt: 'Mantenha as margaridas, pétalas mais soltas. Rosa antigo, ocre e sálvia sobre azul-marinho.',
  },
  text: {
    en: 'Tropical leaves in lemon, sage and teal, half-drop',
    pt: 'Folhas tropicais em amarelo, sálvia e petróleo, meio-salto',
  },
}

/** The coach under a prompt, as a row and opened. */
export async function shootCoach({ browser, server }: Studio, words: Words, shoot: Shoot): Promise<void> {
  const language = words('languageTag').startsWith('pt') ? 'pt' : 'en'
  const page = await browser.open(`${server.url}/try`)
  await rightClickImage(browser, page, '#night-florals')
  const overlay = await overlayIn(page)
  await overlay.getByLabel(words('prompt_vary_label')).fill(prompts.vary[language])
  const coach = overlay.getByRole('region', { name: words('coach_title') })
  await overlay.locator('.chip-word').first().waitFor()
  await shoot(page, 'overlay-coach')
  await overlay.getByRole('tab', { name: words('tab_text') }).click()
  await overlay.getByLabel(words('prompt_text_label')).fill(prompts.text[language])
  await coach.getByRole('button', { name: words('coach_title') }).click()
  await overlay.locator('.chip-word').first().waitFor()
  await shoot(page, 'overlay-coach-open')
}
