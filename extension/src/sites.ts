/** Sites that belong together: the hosts of the pages, and the hosts their pictures come from. Allowed as one. */
export interface Site {
  id: string
  name: string
  pages: string[]
  images: string[]
}

const everywhere = (host: string): string => `https://${host}/*`

/** Pinterest's own list of countries' addresses; the browser takes no wildcard for the end of a host. */
const pinterestEndings = 'com,at,ca,ch,cl,co.kr,co.uk,com.au,com.mx,de,dk,es,fr,ie,it,jp,nz,ph,pt,se'

/** Design sites a designer can allow, in the order of the welcome page. */
export const sites: Site[] = [
  {
    id: 'pinterest',
    name: 'Pinterest',
    pages: pinterestEndings.split(',').map((ending) => everywhere(`*.pinterest.${ending}`)),
    images: [everywhere('*.pinimg.com')],
  },
  {
    id: 'behance',
    name: 'Behance',
    pages: [everywhere('*.behance.net')],
    images: [everywhere('*.behance.net')],
  },
  { id: 'dribbble', name: 'Dribbble', pages: [everywhere('dribbble.com')], images: [everywhere('cdn.dribbble.com')] },
  { id: 'figma', name: 'Figma', pages: [everywhere('*.figma.com')], images: [everywhere('*.figma.com')] },
  { id: 'audaces', name: 'Audaces', pages: [everywhere('*.audaces.com')], images: [everywhere('*.audaces.com')] },
]

/** Every address of a site's group, as the browser's permissions want them. */
function originsOf(site: Site): string[] {
  return [...new Set([...site.pages, ...site.images])]
}

/** Whether two addresses belong to one and the same site: its pages and the hosts of its pictures are one group. */
export function ofOneSite(one: URL, other: URL): boolean {
  return sites.some((site) => isOf(site, one) && isOf(site, other))
}

/** Whether that address is one of the site's. */
export function isOf(site: Site, { protocol, hostname, port }: URL): boolean {
  return originsOf(site).some((pattern) => {
    const host = pattern.slice('https://'.length, -'/*'.length)
    if (protocol !== 'https:' || port !== '') return false
    return host.startsWith('*.') ? hostname === host.slice(2) || hostname.endsWith(host.slice(1)) : hostname === host
  })
}

/**
 * Asks the designer for sites, all in one question. The browser shows it only from a click's own handler: call this first in
 * it, before anything is awaited. Answers whether they are allowed now.
 */
export function allowSites(wanted: Site[]): Promise<boolean> {
  return chrome.permissions.request({ origins: wanted.flatMap(originsOf) })
}

/** Gives a site's permission back; the pill goes from it. */
export function forgetSite(site: Site): Promise<boolean> {
  return chrome.permissions.remove({ origins: originsOf(site) })
}

/** Those of these sites that are allowed now. The browser is asked, since the designer can change it in its own settings. */
export async function allowedOf(asked: Site[]): Promise<Site[]> {
  const answers = await Promise.all(
    asked.map(async (site) => ({ site, allowed: await chrome.permissions.contains({ origins: originsOf(site) }) })),
  )
  return answers.filter(({ allowed }) => allowed).map(({ site }) => site)
}
