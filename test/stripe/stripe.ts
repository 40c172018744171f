import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/*
 * Tries the promises of payment providers with Stripe itself: `TOILE_STRIPE_SECRET_KEY=sk_test_… pnpm test:stripe`. It makes things
 * in that account's test mode; those on the test clock it takes away again.
 */
const key = process.env.TOILE_STRIPE_SECRET_KEY ?? ''
if (!/^(sk|rk)_test_\w+$/.test(key)) {
  console.error('TOILE_STRIPE_SECRET_KEY must be a test key of your account at Stripe: sk_test_…')
  process.exit(1)
}
const { status } = spawnSync(
  'vitest',
  ['run', '--project', 'unit', 'test/contracts/payment-providers.test.ts', '-t', 'stripe itself', '--config', 'vitest.config.ts'],
  { cwd: fileURLToPath(new URL('..', import.meta.url)), env: { ...process.env, TEST_STRIPE_KEY: key }, stdio: 'inherit' },
)
process.exit(status ?? 1)
