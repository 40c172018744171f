import { effect, repeatLayout } from 'shared'
import { expect, test } from 'vitest'
import { motifStyles } from '../../engines/print/prompt/brief.ts'
import { wantedBy } from '../../engines/print/wishes.ts'
import { pictureSpecimens, printSpecimens } from './specimens.ts'

test('every motif is on the sheet by words that ask for it, and each of its styles', () => {
  const shown = new Map<string, Set<string | null>>()
  for (const { job } of printSpecimens(2, 512)) {
    const { reading, ignored } = wantedBy(job)
    expect(ignored, job.prompt).toEqual([])
    const motif = reading.motifs[0]?.motif ?? 'none'
    shown.set(motif, (shown.get(motif) ?? new Set()).add(reading.style))
  }
  const all = Object.entries(motifStyles).map(([motif, styles]) => [motif, [null, ...styles]])
  expect([...shown].map(([motif, styles]) => [motif, [...styles]])).toEqual(all)
})

test('every layout and effect is on the sheet, and what is made of a picture needs one', () => {
  const specimens = pictureSpecimens('a photograph', 512)
  const options = specimens.map(({ job }) => job.options)
  expect(new Set(options.flatMap(({ layout }) => layout ?? []))).toEqual(new Set(repeatLayout.options))
  expect(new Set(options.flatMap((one) => one.effect ?? []))).toEqual(new Set(effect.options))
  expect(new Set(specimens.map(({ job }) => job.operation))).toEqual(
    new Set(['vary', 'repeat', 'recolour', 'effect', 'cutout', 'upscale']),
  )
  expect(specimens.every(({ needsSource }) => needsSource)).toBe(true)
})
