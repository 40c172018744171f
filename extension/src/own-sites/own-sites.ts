import { allowedOf, type Site, sites } from '../sites'
import { local } from '../storage'
import { siteAt } from './site-address'

/** Every site there is for this designer: those that Toile knows, and those that they added, in that order. */
export function sitesWith(ownSites: string[]): Site[] {
  return [...sites, ...ownSites.map(siteAt)]
}

/** The sites that the browser allows now. */
export async function allowedSites(): Promise<Site[]> {
  return allowedOf(sitesWith(await local.ownSites.get()))
}
