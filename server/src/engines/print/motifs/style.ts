import type { Style } from '../prompt/brief.ts'
import type { Random } from '../random.ts'

/** The style asked for, where it is among the motif's own; else the seed takes turns among them. */
export function styleAmong<S extends Style>(styles: readonly [S, ...S[]], asked: Style | null, random: Random): S {
  const [first, ...others] = styles
  return styles.find((style) => style === asked) ?? random.inTurn(first, ...others)
}
