import type { PromptLanguage as Language, Layout, Mood, Understood } from 'shared'

/** Every motif, and the styles in which it can be asked for; without one the seed takes turns among them. */
export const motifStyles = {
  floral: ['ditsy', 'large', 'line', 'meadow', 'stems'],
  foliage: ['tropical', 'monstera', 'palm', 'fern', 'eucalyptus', 'line'],
  paisley: ['classic', 'bandana', 'line'],
  stripes: ['breton', 'awning', 'pin', 'multi', 'ticking', 'barcode', 'ombre'],
  gingham: ['mini', 'buffalo', 'two-colour'],
  tartan: ['black-watch', 'royal-stewart', 'dress-stewart', 'dress-gordon', 'buchanan', 'macleod', 'campbell', 'fraser'],
  plaid: ['madras', 'glen', 'windowpane', 'lumberjack', 'tattersall'],
  houndstooth: ['puppytooth', 'classic', 'giant'],
  herringbone: ['tweed', 'wide', 'broken'],
  chevron: ['zigzag', 'fine', 'flame'],
  argyle: ['classic', 'plain'],
  dots: ['pin', 'polka', 'coin', 'confetti', 'grid', 'ring'],
  scallops: ['plain', 'fan', 'seigaiha', 'shell'],
  geometric: ['art-deco', 'hexagon', 'triangles', 'cubes', 'bauhaus', 'greek-key', 'quatrefoil', 'lattice'],
  checkerboard: ['classic', 'diagonal', 'wavy'],
  terrazzo: ['classic', 'fine', 'bold'],
  ikat: ['diamond', 'medallion', 'stripe'],
  camouflage: ['woodland', 'brush', 'digital'],
  marble: ['vein', 'ink', 'swirl'],
  leopard: ['leopard', 'jaguar', 'cheetah'],
  zebra: ['bold', 'fine', 'tiger'],
  'tie-dye': ['spiral', 'crumple', 'shibori', 'stripe'],
  brush: ['strokes', 'dabs', 'gestural'],
  cutouts: ['organic', 'pebbles', 'leaves'],
} as const
export type Motif = keyof typeof motifStyles
/** A motif's own styles. */
export type StyleOf<M extends Motif> = (typeof motifStyles)[M][number]
/** A style of any motif; one that is not the drawn motif's own is passed over. */
export type Style = StyleOf<Motif>
export type Flower = 'daisy' | 'rose' | 'poppy' | 'peony' | 'tulip' | 'blossom' | 'cosmos' | 'sunflower' | 'lavender'
export type StripeDirection = 'horizontal' | 'vertical' | 'diagonal'
export type { Ground, Layout, Mood } from 'shared'

/** What a prompt asks for. What it leaves open is null or empty, and the seed decides. */
interface Wishes {
  /** The first is drawn; the others as the prompt names them. */
  motifs: { motif: Motif; word: string }[]
  flowers: Flower[]
  style: Style | null
  direction: StripeDirection | null
  /** As #rrggbb, in the order of the prompt, the ground's left out. */
  colours: string[]
  ground: string | null
  /** 1 is the usual size of a motif. */
  scale: number | null
  density: number | null
  layout: Layout | null
  mood: Mood | null
}

export interface Reading extends Wishes {
  understood: Understood[]
  /** The designer's words that nothing was made of. */
  ignored: string[]
  language: Language
}

/** Wishes with a motif: enough to draw from. */
export interface Brief extends Omit<Wishes, 'motifs'> {
  motif: Motif
}
