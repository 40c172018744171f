import { expect, test } from 'vitest'
import type { Brief, Motif, Style } from '../prompt/brief.ts'
import { readPrompt } from '../prompt/read-prompt.ts'
import { drawRepeats } from './print.ts'

const briefOf = (motif: Motif, style: Style, scale: number): Brief => ({ ...readPrompt(''), motif, style, scale })

test.each([
  ['terrazzo', 'classic'],
  ['cutouts', 'pebbles'],
  ['dots', 'confetti'],
] as const)('a quarter of the scale is the usual %s laid four times as often', (motif, style) => {
  const whole = { x: 0, y: 0 }
  const small = drawRepeats(briefOf(motif, style, 0.25), 3, 128, { repeats: 1, phase: whole })
  const usual = drawRepeats(briefOf(motif, style, 1), 3, 32, { repeats: 4, phase: whole })
  expect(small.svg).toBe(usual.svg)
})
