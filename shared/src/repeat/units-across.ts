import type { RepeatLayout } from '../options.ts'

/** Layouts that lay the whole picture. */
export type Laid = Exclude<RepeatLayout, 'toss'>

/** Units along a tile's side, where nothing else is asked for. */
export const usualAcross = 2

/** Units along a tile's side: twice as many where small was asked for, half where large was; even, unless the layout is block. */
export function acrossFor(layout: Laid, usual: number, scale: number | null): number {
  const wanted = scale === null ? usual : scale < 1 ? Math.max(4, usual) : usual / 2
  return Math.min(4, Math.max(layout === 'block' ? 1 : 2, wanted))
}
