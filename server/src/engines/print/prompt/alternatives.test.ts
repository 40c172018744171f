import { type ChipKind, chipKind, withChip, withoutChip } from 'shared'
import { describe, expect, test } from 'vitest'
import { alternativesFor } from './alternatives.ts'
import { type Motif, motifStyles } from './brief.ts'
import { lexiconIn } from './lexicon.ts'
import { shownName } from './names.ts'
import { readPrompt } from './read-prompt.ts'

const motifs = Object.entries(motifStyles) as [Motif, readonly string[]][]

/** A prompt with a chip of every kind. */
const full = {
  en: 'small vintage gingham, airy half-drop, in mustard on navy',
  pt: 'xadrez vichy pequeno vintage espaçado em tijolinho, mostarda sobre azul-marinho',
  es: 'cuadros vichy pequeños vintage espaciados al tresbolillo, mostaza sobre azul marino',
}

describe.each(['en', 'pt', 'es'] as const)('in %s', (language) => {
  const { vocabulary } = lexiconIn(language)

  test('every motif offered is drawn alone, and every motif is offered', () => {
    const offered = alternativesFor(readPrompt('', language)).motif
    const read = offered.map(({ word }) => readPrompt(word, language).motifs[0]?.motif ?? word)
    expect(new Set(read)).toEqual(new Set(motifs.map(([motif]) => motif)))
  })

  test('a style can be changed for each other style of its motif, with the motif named apart or not', () => {
    const wrong = motifs.flatMap(([motif, styles]) => {
      const noun = shownName(vocabulary.motifs[motif], 'own') ?? ''
      const names = Object.values<string>(vocabulary.styles[motif]).map((all) => shownName(all, 'own') ?? '')
      return [names[0] ?? '', `${noun}, ${names[0]}`].flatMap((prompt) => {
        const reading = readPrompt(prompt, language)
        const chip = reading.understood.find(({ kind }) => kind === 'style')
        if (!chip) return [`${prompt}: no chip`]
        return alternativesFor(reading).style.flatMap(({ word }, at) => {
          const changed = readPrompt(withChip(prompt, chip, word), language)
          return changed.motifs[0]?.motif === motif && changed.style === styles[at] ? [] : [withChip(prompt, chip, word)]
        })
      })
    })
    expect(wrong).toEqual([])
  })

  test('each chip can be changed for each word offered in its place, and is then of the same kind', () => {
    const prompt = full[language]
    const reading = readPrompt(prompt, language)
    const kinds = reading.understood.map(({ kind }) => kind)
    expect(new Set(kinds)).toEqual(new Set(chipKind.options.filter((kind) => kind !== 'style')))
    const wrong = reading.understood.flatMap((chip) =>
      alternativesFor(reading)[chip.kind].flatMap(({ word, hex }) => {
        const changed = readPrompt(withChip(prompt, chip, word), language)
        const here = changed.understood.find(({ start }) => start === chip.start)
        const same: ChipKind[] = chip.kind === 'motif' ? ['motif', 'style'] : [chip.kind]
        const hexes = [...changed.colours, changed.ground]
        return here && same.includes(here.kind) && (hex === undefined || hexes.includes(hex)) ? [] : [`${chip.kind}: ${word}`]
      }),
    )
    expect(wrong).toEqual([])
  })

  test('a chip taken out is gone, and the others stay', () => {
    const prompt = full[language]
    const { understood } = readPrompt(prompt, language)
    for (const chip of understood) {
      const left = readPrompt(withoutChip(prompt, chip), language)
      const others = understood.filter((one) => one !== chip)
      expect(left.understood.map(({ word }) => word)).toEqual(others.map(({ word }) => word))
      expect(left.ignored).toEqual([])
    }
  })
})
