import type { PageLanguage } from '../../platform/reader-language.ts'

const en = {
  trial: 'Trial',
  promo: 'Promo',
  plan: (label: string | null) => (label === null ? 'Plan' : `Plan ${label}`),
  pack: (label: string | null) => (label === null ? 'Pack' : `Pack ${label}`),
  amount: (lot: string, credits: string) => `${lot} ${credits}`,
  ends: {
    today: 'expires today',
    tomorrow: 'expires tomorrow',
    days: (n: string) => `expires in ${n} days`,
    on: (date: string) => `expires ${date}`,
  },
  resets: {
    today: 'resets today',
    tomorrow: 'resets tomorrow',
    days: (n: string) => `resets in ${n} days`,
    on: (date: string) => `resets ${date}`,
  },
}

export type LotsWords = typeof en

const pt: LotsWords = {
  trial: 'Teste',
  promo: 'Promoção',
  plan: (label) => (label === null ? 'Plano' : `Plano ${label}`),
  pack: (label) => (label === null ? 'Pacote' : `Pacote ${label}`),
  amount: (lot, credits) => `${lot}: ${credits}`,
  ends: {
    today: 'expira hoje',
    tomorrow: 'expira amanhã',
    days: (n) => `expira em ${n} dias`,
    on: (date) => `expira em ${date}`,
  },
  resets: {
    today: 'renova hoje',
    tomorrow: 'renova amanhã',
    days: (n) => `renova em ${n} dias`,
    on: (date) => `renova em ${date}`,
  },
}

const es: LotsWords = {
  trial: 'Prueba',
  promo: 'Promoción',
  plan: (label) => (label === null ? 'Plan' : `Plan ${label}`),
  pack: (label) => (label === null ? 'Paquete' : `Paquete ${label}`),
  amount: (lot, credits) => `${lot}: ${credits}`,
  ends: { today: 'caduca hoy', tomorrow: 'caduca mañana', days: (n) => `caduca en ${n} días`, on: (date) => `caduca el ${date}` },
  resets: {
    today: 'se renueva hoy',
    tomorrow: 'se renueva mañana',
    days: (n) => `se renueva en ${n} días`,
    on: (date) => `se renueva el ${date}`,
  },
}

export const lotsWords: Record<PageLanguage, LotsWords> = { en, pt, es }
