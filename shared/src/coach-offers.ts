import type { CoachTopic } from './coach-topics.ts'
import type { PromptLanguage } from './understanding.ts'

/** Words to add for what is missing, the best first: the next ones serve where the prompt names their colours already. */
export const coachOffers: Record<PromptLanguage, Record<CoachTopic, string[]>> = {
  en: {
    subject: ['florals'],
    style: ['hand-painted watercolour'],
    palette: ['coral and sage', 'navy and mustard', 'terracotta and olive'],
    ground: ['on cream', 'on navy', 'on white'],
    repeat: ['half-drop'],
    scale: ['large scale'],
  },
  pt: {
    subject: ['flores'],
    style: ['aquarela pintada à mão'],
    palette: ['coral e sálvia', 'azul-marinho e mostarda', 'terracota e oliva'],
    ground: ['sobre creme', 'sobre marinho', 'sobre branco'],
    repeat: ['meio salto'],
    scale: ['escala grande'],
  },
  es: {
    subject: ['flores'],
    style: ['acuarela pintada a mano'],
    palette: ['coral y salvia', 'marino y mostaza', 'terracota y oliva'],
    ground: ['sobre crema', 'sobre marino', 'sobre blanco'],
    repeat: ['medio salto'],
    scale: ['escala grande'],
  },
}
