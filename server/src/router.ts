import { accountsRouter } from './accounts/accounts.router.ts'
import type { Accounts } from './accounts/accounts.ts'
import { alertsRouter } from './alerts/alerts.router.ts'
import type { Alerts } from './alerts/alerts.ts'
import type { Gate } from './entitlements/gate.ts'
import { generationsRouter } from './generations/generations.router.ts'
import type { Generations } from './generations/generations.ts'
import { imagesRouter } from './images/images.router.ts'
import type { Images } from './images/images.ts'
import type { Bus } from './live/bus.ts'
import { liveRouter } from './live/live.router.ts'
import type { Checkouts } from './payments/checkouts/checkouts.ts'
import type { Offers } from './payments/offers/offers.ts'
import { packsRouter } from './payments/packs.router.ts'
import { paymentsRouter } from './payments/payments.router.ts'
import type { Portal } from './payments/portal.ts'
import type { PaymentProvider } from './payments/provider.ts'
import type { PaymentRecords } from './payments/records/records.ts'
import { type MeteredForSale, meteredRouter, type PlansForSale, plansRouter } from './plans/plans.router.ts'
import type { Clock } from './platform/clock.ts'
import { pricingRouter } from './pricing/pricing.router.ts'
import type { Pricing } from './pricing/pricing.ts'
import { projectsRouter } from './projects/projects.router.ts'
import type { Projects } from './projects/projects.ts'
import { promosRouter } from './promos/promos.router.ts'
import type { Promos } from './promos/promos.ts'
import { router } from './trpc.ts'
import type { ProjectNames } from './wallet/reads/usage.ts'
import { walletRouter } from './wallet/wallet.router.ts'
import type { Wallet } from './wallet/wallet.ts'

export interface RouterDeps {
  accounts: Accounts
  gate: Gate
  wallet: Wallet
  projectNames: ProjectNames
  pricing: Pricing
  images: Images
  generations: Generations
  offers: Offers
  checkouts: Checkouts
  plans: PlansForSale
  metered: MeteredForSale
  promos: Promos
  payments: PaymentProvider
  records: PaymentRecords
  portal: Portal
  projects: Projects
  alerts: Alerts
  bus: Bus
  clock: Clock
}

/** The contract's procedures, one router a feature. */
export const createRouter = (deps: RouterDeps) =>
  router({
    account: accountsRouter(deps.accounts, deps.gate),
    wallet: walletRouter(deps.wallet, deps.projectNames),
    pricing: pricingRouter(deps.pricing),
    images: imagesRouter(deps.images),
    generations: generationsRouter(deps.generations),
    packs: packsRouter(deps),
    plans: plansRouter(deps),
    metered: meteredRouter(deps),
    payments: paymentsRouter(deps),
    promos: promosRouter(deps.promos),
    projects: projectsRouter(deps.projects),
    alerts: alertsRouter(deps.alerts),
    live: liveRouter(deps),
  })

/** The one type that the extension imports from the server. */
export type AppRouter = ReturnType<typeof createRouter>
