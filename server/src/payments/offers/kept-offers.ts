import { meteredOffer, pack, plan } from 'shared'
import * as z from 'zod'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/db.ts'
import type { OfferList } from './offer-list.ts'

/** The list of what is for sale contradicts what was sold before. The message says what to do. */
export class OffersError extends Error {}

/** As any Toile wrote it: what has been added to the terms since has its default. */
const keptList = z.object({
  version: z.int(),
  packs: z.array(pack),
  plans: z.array(plan),
  metered: meteredOffer.nullable(),
})

/**
 * Keeps the list that is sold by from now on, and answers every list that ever was: what was bought has the terms that it was
 * bought by. Null where nothing is for sale. Throws `OffersError` where its version stands for other offers already.
 */
export async function keepOffers({ db, clock }: { db: Db; clock: Clock }, list: OfferList | null): Promise<OfferList[]> {
  if (list !== null) await keep({ db, clock }, list)
  const rows = await db.write.offerList.findMany({ orderBy: { version: 'asc' } })
  return rows.map(({ content }) => keptList.parse(JSON.parse(content)))
}

async function keep({ db, clock }: { db: Db; clock: Clock }, list: OfferList): Promise<void> {
  const { version } = list
  const kept = await db.write.offerList.upsert({
    where: { version },
    create: { version, content: JSON.stringify(list), since: clock.now() },
    update: { version },
  })
  if (JSON.stringify(keptList.parse(JSON.parse(kept.content))) !== JSON.stringify(keptList.parse(list))) {
    const advice = `Give what changed a version of its own: "version": ${version + 1}, or one that was never used.`
    throw new OffersError(`Version ${version} of the offers was sold by already, with other content. ${advice}`)
  }
}
