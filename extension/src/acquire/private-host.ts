/** Names that mean this machine or something beside it: no dot at all, or an ending that no public address has. */
const privateName = /^[^.:]+$|\.(localhost|local|internal|lan|home|intranet|home\.arpa)$/

/** Addresses of this machine and of private networks (RFC 1918, 4193, 6598, link-local), as `URL` spells them. */
const privateV4 = /^(0|10|127)\.|^169\.254\.|^192\.168\.|^172\.(1[6-9]|2\d|3[01])\.|^100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\./
/** `::`, `::1`, fc00::/7, fe80::/10, and every IPv6 spelling of an IPv4 address. */
const privateV6 = /^\[(::|::1|f[cd][0-9a-f]{2}:.*|fe[89ab][0-9a-f]:.*|::ffff:.*|64:ff9b:.*)\]$/

/**
 * Whether a host is this machine or in a private network: services there trust whoever reaches them.
 * Goes by the name alone; a public name may still lead there, so such hosts are never all that is checked.
 */
export function isPrivateHost({ hostname }: URL): boolean {
  const host = hostname.replace(/\.$/, '')
  return privateV4.test(host) || privateV6.test(host) || privateName.test(host)
}
