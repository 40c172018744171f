import type { FastifyRequest } from 'fastify'

const loopbackHosts = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/
const loopbackAddresses = /^(127(\.\d{1,3}){3}|::1|::ffff:127(\.\d{1,3}){3})$/

/** Whether a request comes from this machine and meant it: a name that was bent to 127.0.0.1 elsewhere does not count. */
export function isLoopback(request: FastifyRequest): boolean {
  return loopbackAddresses.test(request.ip) && loopbackHosts.test(request.host)
}
