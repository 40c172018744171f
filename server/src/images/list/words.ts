import type { Operation } from 'shared'
import { namesOfPalette } from '../../engines/print/picture/palette-names.ts'

/** How designers call an operation in the languages of the prompts, beside its own name. */
const operationWords: Record<Operation, string> = {
  generate: 'from text, de texto',
  vary: 'variation, variação, variación',
  edit: 'edição, edición',
  recolour: 'recolor, recolorir, recolorear',
  repeat: 'rapport, repetição, repetir, repetición',
  effect: 'efeito, efecto',
  upscale: 'ampliar, ampliação, ampliación',
  cutout: 'cut out, recorte, recortar',
}

/** Our own engine has no name on the screen but the product's. */
const engineWords: Record<string, string> = { print: 'toile' }

/** Small letters without accents: who types `marrom-cafe` finds `Marrom-café`. */
export function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

/** All that a result is found by. */
export function wordsOf(made: { prompt: string; operation: Operation; engine: string; palette: readonly string[] }): string {
  const { prompt, operation, engine, palette } = made
  const colours = namesOfPalette(palette).flatMap(({ en, pt, es }) => [en, pt, es])
  const told = [prompt, ...new Set(colours), ...palette, operation, operationWords[operation], engine, engineWords[engine] ?? '']
  return plain(told.join('\n'))
}

/** The words of a search, each as a pattern for `LIKE … ESCAPE '!'`. */
export function patternsOf(query: string): string[] {
  const asked = plain(query).split(/\s+/).filter(Boolean)
  return [...new Set(asked)].map((word) => `%${word.replace(/[!%_]/g, '!$&')}%`)
}
