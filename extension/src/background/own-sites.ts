import { ApiError } from '../failures'
import { siteAddress } from '../own-sites/site-address'
import { local } from '../storage'
import { registerPill } from './pill-sites'

/** Most sites that a designer can add: each of them is asked about at every start. */
const most = 100

/** Puts a site of the designer's own on the list, or takes it off; the pill follows. */
export async function keepOwnSite(address: string, kept: boolean): Promise<void> {
  if (kept && siteAddress(address) !== address) throw new ApiError('BAD_REQUEST')
  await local.ownSites.update((all) => {
    const others = all.filter((one) => one !== address)
    return kept ? [...others, address].slice(-most) : others
  })
  await registerPill()
}
