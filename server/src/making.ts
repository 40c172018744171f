import type { PriceTable } from 'shared'
import type { Engine } from './engines/engine.ts'
import { createEngines, type Engines } from './engines/engines.ts'
import type { Gate } from './entitlements/gate.ts'
import { createGenerations, type Generations } from './generations/generations.ts'
import { createQueue, type Queue } from './generations/queue.ts'
import { createWorker, type Worker } from './generations/worker.ts'
import { createImages, type Images } from './images/images.ts'
import type { PixelWork } from './images/pixel-work.ts'
import { createUrlSigner } from './images/signed-url.ts'
import type { ImageStorage } from './images/storage.ts'
import type { Offers } from './payments/offers/offers.ts'
import { withWaysOn } from './payments/offers/ways-on.ts'
import type { Clock } from './platform/clock.ts'
import type { Db } from './platform/db.ts'
import type { Ids } from './platform/ids.ts'
import type { Log } from './platform/log.ts'
import { createPricing, type Pricing } from './pricing/pricing.ts'
import { requireProject } from './projects/require-project.ts'
import type { Wallet } from './wallet/wallet.ts'

interface MakingDeps {
  db: Db
  clock: Clock
  ids: Ids
  log: Log
  wallet: Wallet
  gate: Gate
  offers: Offers
  engines: Engine[]
  prices: PriceTable
  storage: ImageStorage
  pixels: PixelWork
  secret: string
  baseUrl: () => string
  /** When a plan brings an account credits next; null where none does. */
  renewal: (accountId: string) => Promise<Date | null>
  /** A generation is another than before. */
  onChange: (id: string, accountId: string) => void
}

/** How images are made and kept, and what that costs. */
export interface Making {
  engines: Engines
  images: Images
  pricing: Pricing
  queue: Queue
  worker: Worker
  generations: Generations
}

/** How long an engine may take to end once it was told to, in ms. An order on its way is waited for 5 s, stopping a service 3 s. */
const deafMs = 15_000

export function createMaking(deps: MakingDeps): Making {
  const { db, clock, ids, wallet, gate, prices } = deps
  const engines = createEngines(deps.engines)
  const engineVersion = (name: string) => deps.engines.find((engine) => engine.name === name)?.version ?? null
  const images = createImages({ ...deps, signer: createUrlSigner(deps.secret, () => clock.now()), engineVersion })
  const pricing = createPricing({
    ...{ prices, wallet, gate },
    engines: engines.offers,
    engineFor: (request) => engines.choose(request).name,
    requireProject: (accountId, projectId) => requireProject(db, accountId, projectId),
    withWaysOn: (accountId, refused) => withWaysOn(deps, accountId, refused),
  })
  const queue = createQueue({ db, clock, ids })
  const worker = createWorker({ ...deps, queue, engines, images, deafMs })
  const generations = createGenerations({ ...deps, pricing, engines, images, worker })
  return { engines, images, pricing, queue, worker, generations }
}
