import type { PageLanguage } from '../../platform/reader-language.ts'

const en = {
  testMode: 'Test mode. No money moves.',
  noCard: 'No card is asked for, and no bank is called.',
}

type FrameWords = typeof en

const pt: FrameWords = {
  testMode: 'Modo de teste. Nenhum dinheiro é movimentado.',
  noCard: 'Nenhum cartão é pedido e nenhum banco é chamado.',
}

const es: FrameWords = {
  testMode: 'Modo de prueba. No se mueve dinero.',
  noCard: 'No se pide tarjeta ni se llama a ningún banco.',
}

/** What stands on every page around paying. */
export const frameWords: Record<PageLanguage, FrameWords> = { en, pt, es }
