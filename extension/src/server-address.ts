/** The address of a server as it is kept: protocol and host, without a path. Null where it is none. */
export function serverAddress(typed: string): string | null {
  const trimmed = typed.trim()
  const url = parsed(trimmed.includes('://') ? trimmed : `http://${trimmed}`)
  if (trimmed === '' || url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) return null
  return url.origin
}

/** What the browser has to be asked for before the server at this address may be contacted; permissions know no ports. */
export function permissionFor(address: string): string {
  const url = new URL(address)
  return `${url.protocol}//${url.hostname}/*`
}

function parsed(address: string): URL | null {
  return URL.canParse(address) ? new URL(address) : null
}
