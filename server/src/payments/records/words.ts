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
  /** Of what stands on a receipt, and over the columns of a list. */
  label: Record<
    | 'date'
    | 'paid'
    | 'state'
    | 'item'
    | 'offer'
    | 'credits'
    | 'price'
    | 'total'
    | 'returned'
    | 'kept'
    | 'currency'
    | 'from'
    | 'to'
    | 'email'
    | 'test'
    | 'id',
    string
  >
  taxIncluded: string
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
    charged_back: 'Returned by the bank after a dispute',
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
    total: 'Total',
    returned: 'Returned',
    kept: 'Paid in the end',
    email: 'For',
    id: 'Payment',
    item: 'What',
    price: 'Amount',
    offer: 'Offer',
    credits: 'Credits',
    currency: 'Currency',
    from: 'From',
    to: 'To',
    test: 'Test',
  },
  taxIncluded: 'Tax included.',
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
    charged_back: 'Devolvido pelo banco após contestação',
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
    total: 'Total',
    returned: 'Devolvido',
    kept: 'Pago ao final',
    email: 'Para',
    id: 'Pagamento',
    item: 'Descrição',
    price: 'Valor',
    offer: 'Oferta',
    credits: 'Créditos',
    currency: 'Moeda',
    from: 'De',
    to: 'Até',
    test: 'Teste',
  },
  taxIncluded: 'Impostos incluídos.',
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
    charged_back: 'Devuelto por el banco tras una disputa',
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
    total: 'Total',
    returned: 'Devuelto',
    kept: 'Pagado al final',
    email: 'Para',
    id: 'Pago',
    item: 'Concepto',
    price: 'Importe',
    offer: 'Oferta',
    credits: 'Créditos',
    currency: 'Moneda',
    from: 'Desde',
    to: 'Hasta',
    test: 'Prueba',
  },
  taxIncluded: 'Impuestos incluidos.',
  yes: 'sí',
  no: 'no',
}

export const recordWords: Record<PageLanguage, RecordWords> = { en, pt, es }
