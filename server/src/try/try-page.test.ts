import { readFile } from 'node:fs/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../../../test/support/test-app.ts'
import type { TestDatabase } from '../../../test/support/test-database.ts'
import { readPrompt } from '../engines/print/prompt/read-prompt.ts'
import { boardWords } from './words.ts'

let app: TestApp<TestDatabase>
beforeEach(async () => {
  app = await startTestApp()
})
afterEach(() => app.close())

const read = async (language: string) => (await fetch(`${app.url}/try`, { headers: { 'accept-language': language } })).text()

test.each([
  ['en-GB', 'Make variations…'],
  ['pt-BR,pt;q=0.9', 'Criar variações…'],
  ['es-AR', 'Crear variaciones…'],
  ['fr', 'Make variations…'],
  ['"><script>', 'Make variations…'],
])('a reader of %s is told to choose “%s”', async (language, entry) => {
  const page = await read(language)
  expect(page).toContain(entry)
  expect(page).not.toContain('<script')
})

test('its brief asks for the same prints in each language', () => {
  const asked = Object.values(boardWords).map(({ floral, stripe, tartan }) =>
    [floral, stripe, tartan].map((prompt) => {
      const { motifs, colours, ground, layout, ignored } = readPrompt(prompt)
      return { motif: motifs[0]?.motif, colours, ground, layout, ignored }
    }),
  )
  expect(asked[1]).toEqual(asked[0])
  expect(asked[2]).toEqual(asked[0])
})

test('its steps name the menu’s entries as the extension’s catalogue does', async () => {
  for (const [language, folder] of [
    ['en', 'en'],
    ['pt', 'pt_BR'],
    ['es', 'es'],
  ] as const) {
    const path = new URL(`../../../extension/locales/${folder}/messages.json`, import.meta.url)
    const { menu_variations, menu_from_text } = JSON.parse(await readFile(path, 'utf8'))
    expect(boardWords[language].steps[0]).toContain(menu_variations.message)
    expect(boardWords[language].steps[1]).toContain(menu_from_text.message)
  }
})
