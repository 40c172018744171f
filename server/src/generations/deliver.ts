import type { Generation } from '../../generated/sqlite/client.ts'
import type { ImageRow, Images } from '../images/images.ts'
import { isNearDuplicate } from '../images/likeness.ts'
import type { Clock } from '../platform/clock.ts'
import type { Db } from '../platform/db.ts'
import type { Wallet } from '../wallet/wallet.ts'
import { type Settled, settle } from './settle.ts'

/** What a new image is compared with: the images of its generation that were paid for, and the picture they vary. */
export type Comparison = 'nothing' | 'siblings' | 'siblings and source'

interface DeliverDeps {
  db: Db
  images: Images
  wallet: Wallet
  clock: Clock
}

/**
 * Ends a job with its image: captured, or given back where it is nearly the same as what it is compared with; the image is
 * kept either way. Two alike that are delivered at the same moment are not both charged: a sibling captured meanwhile refuses
 * the capture, and it is compared again. False when somebody else has settled the job or has its lease.
 */
export async function deliver(deps: DeliverDeps, settled: Settled, image: ImageRow, comparison: Comparison): Promise<boolean> {
  if (comparison === 'nothing') return settle(deps, settled, { state: 'delivered', image, reason: null, among: null })
  const { generation } = settled
  for (let among = await paidImages(deps.db, generation); ; ) {
    const alike = await isAlike(deps, generation, image, among, comparison)
    const outcome = { state: 'delivered', image, reason: alike ? 'NEAR_DUPLICATE' : null, among } as const
    if (await settle(deps, settled, outcome)) return true
    const now = await paidImages(deps.db, generation)
    if (now.length === among.length) return false
    among = now
  }
}

/** Images of a generation whose credits are captured. They only ever become more. */
async function paidImages(db: Db, { id }: Generation): Promise<string[]> {
  const jobs = await db.write.generationJob.findMany({
    where: { generationId: id, charged: { gt: 0 } },
    select: { imageId: true },
  })
  return jobs.flatMap(({ imageId }) => imageId ?? [])
}

async function isAlike(
  { images }: DeliverDeps,
  { accountId, sourceImageId }: Generation,
  image: ImageRow,
  among: string[],
  comparison: Comparison,
): Promise<boolean> {
  const source = comparison === 'siblings and source' && sourceImageId !== null ? [sourceImageId] : []
  const own = await images.likenessOf(image)
  const others = await images.likenesses(accountId, [...source, ...among])
  return others.some((other) => isNearDuplicate(own, other))
}
