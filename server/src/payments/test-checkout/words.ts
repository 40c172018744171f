import { type PageLanguage, readerLanguage } from '../../platform/reader-language.ts'

const en = {
  testMode: 'Test mode. No money moves.',
  noCard: 'No card is asked for, and no bank is called.',
  title: (credits: string) => `Buy ${credits} credits`,
  question: 'What should the test do?',
  succeed: 'Succeed',
  succeedHint: 'Credits are added at once',
  decline: 'Be declined',
  declineHint: 'Nothing is added, you can try again',
  order: 'Order',
  pack: (credits: string) => `Pack of ${credits} credits`,
  expires: (date: string) => `expires ${date}`,
  total: 'Total, tax included',
  balanceAfter: 'Balance after',
  credits: (credits: string) => `${credits} credits`,
  pay: (price: string) => `Pay ${price} (test)`,
  cancel: 'Cancel and go back',
  once: 'One payment, no renewal.',
  added: (credits: string) => `${credits} credits added`,
  balance: (credits: string) => `Your balance is ${credits}. No money moved: this was a test.`,
  declined: 'The test payment was declined.',
  declinedHint: 'Nothing was added. Try again, or cancel.',
  cancelled: 'Nothing was bought',
  nothing: 'Nothing was added and no money moved. Buy again from Toile whenever you like.',
  close: 'You can close this tab and go on in Toile.',
}

export type Words = typeof en

const pt: Words = {
  testMode: 'Modo de teste. Nenhum dinheiro é movimentado.',
  noCard: 'Nenhum cartão é pedido e nenhum banco é chamado.',
  title: (credits) => `Comprar ${credits} créditos`,
  question: 'O que o teste deve fazer?',
  succeed: 'Dar certo',
  succeedHint: 'Os créditos entram na hora',
  decline: 'Ser recusado',
  declineHint: 'Nada é somado, você pode tentar de novo',
  order: 'Pedido',
  pack: (credits) => `Pacote de ${credits} créditos`,
  expires: (date) => `expira em ${date}`,
  total: 'Total, impostos incluídos',
  balanceAfter: 'Saldo depois',
  credits: (credits) => `${credits} créditos`,
  pay: (price) => `Pagar ${price} (teste)`,
  cancel: 'Cancelar e voltar',
  once: 'Um pagamento, sem renovação.',
  added: (credits) => `${credits} créditos adicionados`,
  balance: (credits) => `Seu saldo é ${credits}. Nenhum dinheiro foi movimentado: era um teste.`,
  declined: 'O pagamento de teste foi recusado.',
  declinedHint: 'Nada foi somado. Tente de novo ou cancele.',
  cancelled: 'Nada foi comprado',
  nothing: 'Nada foi somado e nenhum dinheiro foi movimentado. Compre de novo pelo Toile quando quiser.',
  close: 'Você pode fechar esta aba e continuar no Toile.',
}

const es: Words = {
  testMode: 'Modo de prueba. No se mueve dinero.',
  noCard: 'No se pide tarjeta ni se llama a ningún banco.',
  title: (credits) => `Comprar ${credits} créditos`,
  question: '¿Qué debe hacer la prueba?',
  succeed: 'Salir bien',
  succeedHint: 'Los créditos se suman al momento',
  decline: 'Ser rechazada',
  declineHint: 'No se suma nada, puedes intentarlo de nuevo',
  order: 'Pedido',
  pack: (credits) => `Paquete de ${credits} créditos`,
  expires: (date) => `caduca el ${date}`,
  total: 'Total, impuestos incluidos',
  balanceAfter: 'Saldo después',
  credits: (credits) => `${credits} créditos`,
  pay: (price) => `Pagar ${price} (prueba)`,
  cancel: 'Cancelar y volver',
  once: 'Un solo pago, sin renovación.',
  added: (credits) => `${credits} créditos añadidos`,
  balance: (credits) => `Tu saldo es ${credits}. No se movió dinero: era una prueba.`,
  declined: 'El pago de prueba fue rechazado.',
  declinedHint: 'No se sumó nada. Inténtalo de nuevo o cancela.',
  cancelled: 'No se compró nada',
  nothing: 'No se sumó nada ni se movió dinero. Compra de nuevo desde Toile cuando quieras.',
  close: 'Puedes cerrar esta pestaña y seguir en Toile.',
}

const spoken: Record<PageLanguage, Words> = { en, pt, es }

/** The words of the reader's language, and its region for numbers and dates. */
export function wordsFor(acceptLanguage: string | undefined): { words: Words; locale: string } {
  const { language, locale } = readerLanguage(acceptLanguage)
  return { words: spoken[language], locale }
}
