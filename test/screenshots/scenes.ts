import { openStudio, type Studio } from '../support/studio.ts'
import { schoolGate, shootAccess } from './access.ts'
import { shootAdjusting, shootChips } from './adjusting.ts'
import type { Look, Shoot } from './album.ts'
import { shootCheckouts } from './checkout.ts'
import { shootCoach } from './coach.ts'
import { shootFailed } from './failed.ts'
import { shootInPage } from './in-page.ts'
import { shootMaking, shootResume, shootZero } from './making.ts'
import { moneyTrial, shootMoney, shootPlanAndCap } from './money.ts'
import { shootOutOfReach } from './out-of-reach.ts'
import { shootDeletion, shootWelcome } from './pages.ts'
import { shootPanel } from './panel.ts'
import { reserveTrial, shootReserve } from './reserve.ts'
import { shootResults } from './results.ts'
import { shootOwnPlan, shootShop } from './shop.ts'
import { shootObstacles } from './states.ts'
import { shootUnpaid } from './unpaid.ts'
import { shootEmptyWallet, shootSettings, shootWallet } from './wallet.ts'
import { type Words, wordsOf } from './words.ts'

/** Some scenes on one server and browser, of a wallet that begins with so many trial credits. */
interface Sitting {
  name: string
  trial: number
  /** Other settings of the server. */
  env?: Record<string, string>
  play: (studio: Studio, words: Words, shoot: Shoot) => Promise<void>
}

/** Every page and state of Toile; each sitting stands by itself. */
export const sittings: Sitting[] = [
  {
    name: 'making images, buying credits, settings',
    trial: 25,
    play: async (studio, words, shoot) => {
      await shootMaking(studio, words, shoot)
      await shootInPage(studio, words, shoot)
      await shootWallet(studio, words, shoot)
      await shootShop(studio, words, shoot)
      await shootCheckouts(studio, shoot)
      await shootSettings(studio, words, shoot)
      await shootDeletion(studio, words, shoot)
    },
  },
  {
    name: 'nothing left',
    trial: 4,
    play: async (studio, words, shoot) => {
      const page = await shootMaking(studio, words, async () => {})
      await shootZero(page, words, shoot)
      await shootEmptyWallet(studio, words, shoot)
      await shootResume(studio, page, words, shoot)
    },
  },
  { name: 'the side panel', trial: 25, play: shootPanel },
  { name: 'money on its way, undone and owed', trial: moneyTrial, play: shootMoney },
  {
    name: 'a plan, and the cap of pay-as-you-go',
    trial: moneyTrial,
    play: async (studio, words, shoot) => {
      await shootPlanAndCap(studio, words, shoot)
      await shootOwnPlan(studio, words, shoot)
    },
  },
  { name: 'what could not be charged', trial: moneyTrial, play: shootUnpaid },
  { name: 'a reserve', trial: reserveTrial, play: shootReserve },
  {
    name: 'a first look, and what stands in the way',
    trial: 25,
    play: async (studio, words, shoot) => {
      await shootWelcome(studio, words, shoot)
      await shootObstacles(studio, words, shoot)
    },
  },
  {
    name: 'what one does with results',
    trial: 25,
    play: async (studio, words, shoot) => {
      await shootResults(studio, words, shoot)
      await shootFailed(studio, words, shoot)
    },
  },
  { name: 'access and promo codes', trial: 25, env: schoolGate, play: shootAccess },
  {
    name: 'every operation',
    trial: 25,
    play: async (studio, words, shoot) => {
      await shootOutOfReach(studio, words, shoot)
      await shootAdjusting(studio, words, shoot)
      await shootChips(studio, words, shoot)
      await shootCoach(studio, words, shoot)
    },
  },
]

/** Goes through one sitting and hands each scene to `shoot`. One thread draws, so that there is a moment to see images on their way. */
export async function play(sitting: Sitting, { name: _, ...shown }: Look, shoot: Shoot): Promise<void> {
  const studio = await openStudio({
    ...shown,
    env: { TOILE_TRIAL_CREDITS: String(sitting.trial), TOILE_PRINT_THREADS: '1', ...sitting.env },
  })
  try {
    await sitting.play(studio, wordsOf(shown.locale), shoot)
  } finally {
    await studio.close()
  }
}
