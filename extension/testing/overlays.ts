import type { Overlay } from '../src/overlay/use-overlay'
import { firstWish } from '../src/overlay/wish'

const noProjects = {
  list: [],
  failed: null,
  current: null,
  create: () => Promise.reject(new Error('Nobody makes a project here')),
}

/** An overlay in which four prints from words are being put together and nothing was asked of a server yet; for tests. */
export function sampleOverlay(change: Partial<Overlay> = {}): Overlay {
  return {
    session: {
      id: 'session-1',
      operation: 'generate',
      prompt: '',
      source: null,
      wish: null,
      shown: null,
      again: null,
      fetching: null,
      intentId: null,
      generationId: null,
      sentAt: null,
      sent: null,
      leftAt: null,
      createdAt: 0,
    },
    state: {
      wish: firstWish({ operation: 'generate', prompt: 'stripes' }),
      flow: { at: 'composing', problem: null, before: null },
      unanswered: [],
    },
    dispatch: () => {},
    keep: async () => {},
    balance: null,
    payment: null,
    engines: [],
    projects: { ...noProjects, choose: async () => {}, reload: () => {} },
    quote: { at: 'asking', last: null },
    askPriceAgain: () => {},
    consent: { given: { useReserve: false, overBudget: false }, canGive: false, give: () => {} },
    refused: null,
    missing: null,
    canGenerate: false,
    sending: false,
    spending: { spend: (_about, act) => act(), asked: false, failed: null, drop: () => {} },
    generate: () => {},
    tryAgain: () => {},
    makeAgain: () => {},
    stop: () => {},
    resume: () => {},
    ...change,
  }
}
