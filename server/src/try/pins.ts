/** A picture on the sample moodboard. */
interface Pin {
  name: string
  /** What the print engine is told. */
  prompt: string
  seed: number
  /** Height on the board in px. */
  height: number
}

export const pins = [
  {
    name: 'night-florals',
    prompt: 'large floral with mustard, dusty pink and sage on navy',
    seed: 11,
    height: 300,
  },
  { name: 'washed-check', prompt: 'gingham in denim blue on white', seed: 2, height: 200 },
  { name: 'chips', prompt: 'terrazzo in terracotta, teal and mustard on off-white', seed: 5, height: 240 },
  { name: 'highland', prompt: 'tartan in forest green, navy and red', seed: 8, height: 260 },
  { name: 'meadow', prompt: 'small ditsy floral in coral and cream on sky blue', seed: 21, height: 220 },
  { name: 'deckchair', prompt: 'awning stripes in rust and cream', seed: 4, height: 320 },
  { name: 'confetti', prompt: 'polka dots in emerald on blush', seed: 9, height: 190 },
  {
    name: 'cream-garden',
    prompt: 'half-drop floral in burgundy, rose and olive on cream',
    seed: 33,
    height: 280,
  },
] as const satisfies Pin[]

export type PinName = (typeof pins)[number]['name']
