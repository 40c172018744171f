import type { PageLanguage } from '../platform/reader-language.ts'
import type { PinName } from './pins.ts'

/** What the sample page says. The names of menu entries are those of the extension's catalogue. */
export interface BoardWords {
  title: string
  board: string
  home: string
  boards: string
  heading: string
  steps: string[]
  brief: string
  floral: string
  stripe: string
  tartan: string
  captions: Record<PinName, string>
}

const en: BoardWords = {
  title: 'Spring prints · moodboard',
  board: 'spring prints',
  home: 'Home',
  boards: 'Boards',
  heading: 'Try Toile here',
  steps: [
    'Right-click a picture and choose “Make variations…”.',
    'Select a line of the brief, right-click it and choose “Make images from this text…”.',
  ],
  brief: 'The brief',
  floral: 'Large floral in dusty pink, ochre and sage on deep navy, half-drop',
  stripe: 'Breton stripes in navy on cream',
  tartan: 'Tartan in forest green, burgundy and mustard',
  captions: {
    'night-florals': 'Night florals',
    'washed-check': 'Check, washed',
    chips: 'Chips',
    highland: 'Highland',
    meadow: 'Meadow ditsy',
    deckchair: 'Deckchair',
    confetti: 'Confetti dots',
    'cream-garden': 'Cream garden',
  },
}

const pt: BoardWords = {
  title: 'Estampas de primavera · moodboard',
  board: 'estampas de primavera',
  home: 'Início',
  boards: 'Painéis',
  heading: 'Experimente o Toile aqui',
  steps: [
    'Clique com o botão direito em uma imagem e escolha “Criar variações…”.',
    'Selecione uma linha do briefing, clique nela com o botão direito e escolha “Criar imagens com este texto…”.',
  ],
  brief: 'O briefing',
  floral: 'Floral grande em rosa antigo, ocre e sálvia sobre azul-marinho profundo, meio salto',
  stripe: 'Listras bretãs em azul-marinho sobre creme',
  tartan: 'Tartan em verde floresta, bordô e mostarda',
  captions: {
    'night-florals': 'Florais noturnos',
    'washed-check': 'Xadrez lavado',
    chips: 'Granilite',
    highland: 'Terras altas',
    meadow: 'Campo miúdo',
    deckchair: 'Espreguiçadeira',
    confetti: 'Bolinhas confete',
    'cream-garden': 'Jardim creme',
  },
}

const es: BoardWords = {
  title: 'Estampados de primavera · moodboard',
  board: 'estampados de primavera',
  home: 'Inicio',
  boards: 'Tableros',
  heading: 'Prueba Toile aquí',
  steps: [
    'Haz clic derecho en una imagen y elige «Crear variaciones…».',
    'Selecciona una línea del encargo, haz clic derecho en ella y elige «Crear imágenes con este texto…».',
  ],
  brief: 'El encargo',
  floral: 'Floral grande en rosa viejo, ocre y salvia sobre azul marino profundo, medio salto',
  stripe: 'Rayas bretonas en azul marino sobre crema',
  tartan: 'Tartán en verde bosque, burdeos y mostaza',
  captions: {
    'night-florals': 'Flores nocturnas',
    'washed-check': 'Cuadros lavados',
    chips: 'Terrazo',
    highland: 'Tierras altas',
    meadow: 'Pradera menuda',
    deckchair: 'Tumbona',
    confetti: 'Lunares confeti',
    'cream-garden': 'Jardín crema',
  },
}

export const boardWords: Record<PageLanguage, BoardWords> = { en, pt, es }
