import type { EngineJob } from '../engine.ts'

/** What a service is told where the designer gave a picture and no words. */
const justVary = 'A new variation of this textile design: the same subject, technique and colours, drawn anew.'

/**
 * The words for a service: the designer's own, and what was chosen beside them as a sentence of its own.
 * @param text the designer's words, without options
 */
export function wordsFor({ operation, options }: Pick<EngineJob, 'operation' | 'options'>, text: string): string {
  const own = text === '' && operation === 'vary' ? justVary : text
  const { palette, layout } = options
  return [
    own,
    palette === undefined ? '' : `Use only these colours, the first ones most: ${palette.join(', ')}.`,
    layout === undefined ? '' : 'A flat textile print that fills the picture evenly, without a border, seen straight from above.',
  ]
    .filter((part) => part !== '')
    .join('\n')
}
