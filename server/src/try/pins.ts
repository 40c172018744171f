/** A picture on the sample moodboard. */
export interface Pin {
  name: string
  caption: string
  /** What the print engine is told. */
  prompt: string
  seed: number
  /** Height on the board in px. */
  height: number
}

export const pins: Pin[] = [
  {
    name: 'night-florals',
    caption: 'Night florals',
    prompt: 'large floral with mustard, dusty pink and sage on navy',
    seed: 11,
    height: 300,
  },
  { name: 'washed-check', caption: 'Check, washed', prompt: 'gingham in denim blue on white', seed: 2, height: 200 },
  { name: 'chips', caption: 'Chips', prompt: 'terrazzo in terracotta, teal and mustard on off-white', seed: 5, height: 240 },
  { name: 'highland', caption: 'Highland', prompt: 'tartan in forest green, navy and red', seed: 8, height: 260 },
  { name: 'meadow', caption: 'Meadow ditsy', prompt: 'small ditsy floral in coral and cream on sky blue', seed: 21, height: 220 },
  { name: 'deckchair', caption: 'Deckchair', prompt: 'awning stripes in rust and cream', seed: 4, height: 320 },
  { name: 'confetti', caption: 'Confetti dots', prompt: 'polka dots in emerald on blush', seed: 9, height: 190 },
  {
    name: 'cream-garden',
    caption: 'Cream garden',
    prompt: 'half-drop floral in burgundy, rose and olive on cream',
    seed: 33,
    height: 280,
  },
]
