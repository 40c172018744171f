import type { FastifyRequest } from 'fastify'

const loopbackHosts = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/
const loopbackAddresses = /^(127(\.\d{1,3}){3}|::1|::ffff:127(\.\d{1,3}){3})$/

export function isLoopbackHost(host: string): boolean {
  return loopbackHosts.test(host)
}

/** What proxies add: behind one every caller looks like this machine. */
const forwarded = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via']

/**
 * Whether a request comes from this machine and meant it. A name that was bent to 127.0.0.1 elsewhere does not count, nor
 * does what a proxy passed on.
 */
export function isLoopback({ ip, host, headers }: FastifyRequest): boolean {
  const passedOn = forwarded.some((name) => headers[name] !== undefined)
  return !passedOn && loopbackAddresses.test(ip) && isLoopbackHost(host)
}
