import { isOf, type Site, sites } from '../sites'

/** The address of a site as it is kept: protocol and host, without `www.`. Null where what was typed is no address of the web. */
export function siteAddress(typed: string): string | null {
  const trimmed = typed.trim()
  const whole = trimmed.includes('://') ? trimmed : `https://${trimmed}`
  if (trimmed === '' || !URL.canParse(whole)) return null
  const { protocol, hostname } = new URL(whole)
  // A single word is a search, not a site; but for this machine's own name.
  if ((protocol !== 'https:' && protocol !== 'http:') || (!hostname.includes('.') && hostname !== 'localhost')) return null
  return `${protocol}//${hostname.replace(/^www\./, '')}`
}

/** The site at an address: one that has a group of its own already, else a group made of its host and all below it. */
export function siteAt(address: string): Site {
  const url = new URL(address)
  const known = sites.find((site) => isOf(site, url))
  if (known !== undefined) return known
  const { protocol, hostname } = url
  // A number has nothing below it.
  const host = /^[\d.]+$/.test(hostname) || hostname.startsWith('[') ? hostname : `*.${hostname}`
  const patterns = [`${protocol}//${host}/*`]
  return { id: address, name: hostname, pages: patterns, images: patterns }
}
