import * as z from 'zod'
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
    es: 'Conserva las margaritas, pétalos más sueltos. Rosa empolvado, ocre y salvia sobre azul marino.',
  },
  text: {
    en: 'Tropical leaves in lemon, sage and teal, half-drop',
    pt: 'Folhas tropicais em amarelo, sálvia e petróleo, meio-salto',
    es: 'Hojas tropicales en amarillo, salvia y petróleo, medio salto',
  },
}

/** The coach under a prompt, as a row and opened. */
export async function shootCoach({ browser, server }: Studio, words: Words, shoot: Shoot): Promise<void> {
  const language = z.enum(['en', 'pt', 'es']).parse(words('languageTag').slice(0, 2))
  const page = await browser.open(`${server.url}/try`)
  await rightClickImage(browser, page, '#night-florals')
  const overlay = await overlayIn(page)
  await overlay.getByLabel(words('prompt_vary_label')).fill(prompts.vary[language])
  const coach = overlay.getByRole('region', { name: words('coach_title') })
  await overlay.locator('.chip-word').first().waitFor()
  await shoot(overlay.page(), 'overlay-coach')
  await overlay.getByRole('tab', { name: words('tab_text') }).click()
  await overlay.getByLabel(words('prompt_text_label')).fill(prompts.text[language])
  await coach.getByRole('button', { name: words('coach_title') }).click()
  await overlay.locator('.chip-word').first().waitFor()
  await shoot(overlay.page(), 'overlay-coach-open')
}
