import * as z from 'zod'
import { ConfigError, commaSeparated } from '../platform/settings.ts'
import { type AccessRules, entitlementName } from './gate.ts'

export const accessVariables = z.object({
  /** The entitlement that an account needs to buy and to make images; everybody may if not set. */
  TOILE_REQUIRE_ENTITLEMENT: z
    .string()
    .regex(entitlementName, 'needs a name of small letters, digits and dashes, like creative')
    .optional(),
  /** Comma-separated e-mail domains whose members have it. */
  TOILE_ENTITLED_DOMAINS: commaSeparated
    .default([])
    .transform((domains) => domains.filter((domain) => domain !== '').map((domain) => domain.toLowerCase()))
    .pipe(z.array(z.string().regex(z.regexes.domain, 'must be like studio.com, school.edu'))),
})

export function accessRules(set: z.infer<typeof accessVariables>): AccessRules {
  const { TOILE_REQUIRE_ENTITLEMENT: required = null, TOILE_ENTITLED_DOMAINS: domains } = set
  if (required === null && domains.length > 0)
    throw new ConfigError('Setting TOILE_ENTITLED_DOMAINS needs TOILE_REQUIRE_ENTITLEMENT: without it everybody has access.')
  return { required, domains }
}
