import type { PaymentKind, PaymentState } from 'shared'
import type { PageLanguage } from '../../platform/reader-language.ts'

/** What receipts and lists of payments say. */
export interface RecordWords {
  receipt: string
  testReceipt: string
  /** Of a payment that did not come, or not yet: it is no receipt. */
  unpaid: string
  noMoney: string
  noMoneyYet: string
  what: Record<PaymentKind, string>
  state: Record<PaymentState, string>
  credits: (count: string, one: boolean) => string
  /** What was bought, in a line. */
  bought: Record<PaymentKind, (credits: string) => string>
  period: (from: string, to: string) => string
  label: {
    date: string
    paid: string
    state: string
    amount: string
    returned: string
    kept: string
    email: string
    id: string
    item: string
    price: string
  }
  taxIncluded: string
  head: Record<
    'date' | 'paid' | 'what' | 'offer' | 'credits' | 'amount' | 'returned' | 'currency' | 'state' | 'from' | 'to' | 'test' | 'id',
    string
  >
  yes: string
  no: string
}

const en: RecordWords = {
  receipt: 'Receipt',
  testReceipt: 'Test receipt',
  unpaid: 'Payment',
  noMoney: 'Test receipt. No money moved.',
  noMoneyYet: 'Test mode. No money moves.',
  what: { pack: 'Pack', plan: 'Plan', upgrade: 'Change of plan', metered: 'Pay-as-you-go' },
  state: {
    pending: 'On its way',
    paid: 'Paid',
    failed: 'Failed',
    refunded: 'Refunded',
    partly_refunded: 'Refunded in part',
    disputed: 'Disputed',
  },
  credits: (count, one) => (one ? `${count} credit` : `${count} credits`),
  bought: {
    pack: (credits) => `Pack of ${credits}`,
    plan: (credits) => `Plan, ${credits} each month`,
    upgrade: (credits) => `Change to a larger plan, ${credits} more`,
    metered: (credits) => `Pay-as-you-go: ${credits}`,
  },
  period: (from, to) => `From ${from} to ${to}`,
  label: {
    date: 'Date',
    paid: 'Paid on',
    state: 'State',
    amount: 'Total',
    returned: 'Returned',
    kept: 'Paid in the end',
    email: 'For',
    id: 'Payment',
    item: 'What',
    price: 'Amount',
  },
  taxIncluded: 'Tax included.',
  head: {
    date: 'Date',
    paid: 'Paid on',
    what: 'What',
    offer: 'Offer',
    credits: 'Credits',
    amount: 'Amount',
    returned: 'Returned',
    currency: 'Currency',
    state: 'State',
    from: 'From',
    to: 'To',
    test: 'Test',
    id: 'Payment',
  },
  yes: 'yes',
  no: 'no',
}

const pt: RecordWords = {
  receipt: 'Recibo',
  testReceipt: 'Recibo de teste',
  unpaid: 'Pagamento',
  noMoney: 'Recibo de teste. Nenhum dinheiro foi movimentado.',
  noMoneyYet: 'Modo de teste. Nenhum dinheiro é movimentado.',
  what: { pack: 'Pacote', plan: 'Plano', upgrade: 'Mudança de plano', metered: 'Pagamento por uso' },
  state: {
    pending: 'A caminho',
    paid: 'Pago',
    failed: 'Não realizado',
    refunded: 'Reembolsado',
    partly_refunded: 'Reembolsado em parte',
    disputed: 'Contestado',
  },
  credits: (count, one) => (one ? `${count} crédito` : `${count} créditos`),
  bought: {
    pack: (credits) => `Pacote de ${credits}`,
    plan: (credits) => `Plano, ${credits} por mês`,
    upgrade: (credits) => `Mudança para um plano maior, mais ${credits}`,
    metered: (credits) => `Pagamento por uso: ${credits}`,
  },
  period: (from, to) => `De ${from} a ${to}`,
  label: {
    date: 'Data',
    paid: 'Pago em',
    state: 'Situação',
    amount: 'Total',
    returned: 'Devolvido',
    kept: 'Pago ao final',
    email: 'Para',
    id: 'Pagamento',
    item: 'Descrição',
    price: 'Valor',
  },
  taxIncluded: 'Impostos incluídos.',
  head: {
    date: 'Data',
    paid: 'Pago em',
    what: 'Descrição',
    offer: 'Oferta',
    credits: 'Créditos',
    amount: 'Valor',
    returned: 'Devolvido',
    currency: 'Moeda',
    state: 'Situação',
    from: 'De',
    to: 'Até',
    test: 'Teste',
    id: 'Pagamento',
  },
  yes: 'sim',
  no: 'não',
}

const es: RecordWords = {
  receipt: 'Recibo',
  testReceipt: 'Recibo de prueba',
  unpaid: 'Pago',
  noMoney: 'Recibo de prueba. No se movió dinero.',
  noMoneyYet: 'Modo de prueba. No se mueve dinero.',
  what: { pack: 'Paquete', plan: 'Plan', upgrade: 'Cambio de plan', metered: 'Pago por uso' },
  state: {
    pending: 'En camino',
    paid: 'Pagado',
    failed: 'No realizado',
    refunded: 'Reembolsado',
    partly_refunded: 'Reembolsado en parte',
    disputed: 'En disputa',
  },
  credits: (count, one) => (one ? `${count} crédito` : `${count} créditos`),
  bought: {
    pack: (credits) => `Paquete de ${credits}`,
    plan: (credits) => `Plan, ${credits} al mes`,
    upgrade: (credits) => `Cambio a un plan mayor, ${credits} más`,
    metered: (credits) => `Pago por uso: ${credits}`,
  },
  period: (from, to) => `Del ${from} al ${to}`,
  label: {
    date: 'Fecha',
    paid: 'Pagado el',
    state: 'Estado',
    amount: 'Total',
    returned: 'Devuelto',
    kept: 'Pagado al final',
    email: 'Para',
    id: 'Pago',
    item: 'Concepto',
    price: 'Importe',
  },
  taxIncluded: 'Impuestos incluidos.',
  head: {
    date: 'Fecha',
    paid: 'Pagado el',
    what: 'Concepto',
    offer: 'Oferta',
    credits: 'Créditos',
    amount: 'Importe',
    returned: 'Devuelto',
    currency: 'Moneda',
    state: 'Estado',
    from: 'Desde',
    to: 'Hasta',
    test: 'Prueba',
    id: 'Pago',
  },
  yes: 'sí',
  no: 'no',
}

export const recordWords: Record<PageLanguage, RecordWords> = { en, pt, es }
