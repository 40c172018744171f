import type { LotKind } from 'shared'

/** The weave of a kind of lot: the same in bar, legend, cost line and balance chip. */
export function LotSwatch({ kind, slim = false }: { kind: LotKind | 'none'; slim?: boolean }) {
  return <span className={`swatch weave weave-${kind} ${slim ? 'swatch-slim' : ''}`} aria-hidden="true" />
}
