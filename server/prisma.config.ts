import { defineConfig } from 'prisma/config'

/** The two databases have one set of models, and each its own schema file and migrations. */
const provider = process.env.DB_PROVIDER === 'postgresql' ? 'postgresql' : 'sqlite'

export default defineConfig({
  schema: `prisma/${provider}`,
  migrations: { path: `prisma/${provider}/migrations` },
  datasource: { url: process.env.DATABASE_URL ?? 'file:./dev.db' },
})
