import type { ReactNode } from 'react'
import type { Effect } from 'shared'

/** Dots of a screen: the farther to the right, the smaller. */
const dots = [8, 16, 24, 32, 40].flatMap((x, column) =>
  [6, 16, 26].map((y, row) => (
    <circle key={`${x} ${y}`} cx={x} cy={y + (column % 2 === 0 ? 0 : row === 2 ? -5 : 5)} r={4.2 - column * 0.8} />
  )),
)

/** Small drawings of the effects, 48 × 32 px, in the colour of the text around them. */
const drawings: Record<Effect, ReactNode> = {
  'kaleidoscope-square': (
    <>
      <path d="M24 16L38 16L38 30zM24 16L24 30L10 30zM24 16L10 16L10 2zM24 16L24 2L38 2z" />
      <path d="M10 2h28v28H10z" opacity="0.3" />
    </>
  ),
  'kaleidoscope-hexagon': (
    <>
      <path d="M24 16L24 1L30.5 4.8zM24 16L37 8.5L37 16zM24 16L37 23.5L30.5 27.2zM24 16L24 31L17.5 27.3zM24 16L11 23.5L11 16zM24 16L11 8.5L17.5 4.7z" />
      <path d="M24 1L37 8.5L37 23.5L24 31L11 23.5L11 8.5z" opacity="0.3" />
    </>
  ),
  halftone: <>{dots}</>,
  'screen-print': (
    <>
      <circle cx="19" cy="13" r="10" opacity="0.45" />
      <circle cx="29" cy="13" r="10" opacity="0.45" />
      <circle cx="24" cy="20" r="10" opacity="0.45" />
    </>
  ),
  quilting: (
    <path
      d="M4 3h13l2 9-8 3-7-2zM19 3h13l-3 8 5 4-13-2zM34 3h11v11l-9-1-4-3zM4 15l7 2 9-3 2 15H4zM22 15l14 2-3 12h-9zM38 16l7-1v14H35z"
      opacity="0.8"
    />
  ),
}

export function EffectIcon({ effect }: { effect: Effect }) {
  return (
    <svg width="48" height="32" viewBox="0 0 48 32" fill="currentColor" aria-hidden="true">
      {drawings[effect]}
    </svg>
  )
}
