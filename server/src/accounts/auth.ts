import { betterAuth } from 'better-auth'
import { prismaAdapter } from 'better-auth/adapters/prisma'
import { anonymous, bearer } from 'better-auth/plugins'
import type { Db } from '../platform/db.ts'

/** Sessions by bearer token; guests first. No cookie is ever read: tokens must be signed and travel in the Authorization header. */
export function createAuth(options: { db: Db; secret: string; baseUrl: string; extensionOrigins: string[] }) {
  return betterAuth({
    baseURL: options.baseUrl,
    basePath: '/api/auth',
    secret: options.secret,
    database: prismaAdapter(options.db.write, { provider: options.db.provider }),
    trustedOrigins: options.extensionOrigins,
    telemetry: { enabled: false },
    logger: { level: 'error' },
    user: { modelName: 'User' },
    session: { modelName: 'Session', expiresIn: 180 * 24 * 3600, updateAge: 24 * 3600 },
    account: { modelName: 'Credential' },
    verification: { modelName: 'Verification' },
    plugins: [
      anonymous({ emailDomainName: 'guest.toile.invalid', disableDeleteAnonymousUser: true }),
      bearer({ requireSignature: true }),
    ],
  })
}

export type Auth = ReturnType<typeof createAuth>
