import type { ErrorDetails, Me } from 'shared'

/** Why an account may neither buy nor make images, as a refusal would say it; null where it may, or where nobody knows yet. */
export function barredBy(me: Me | null): ErrorDetails | null {
  if (me === null || me.access.granted) return null
  const { domains, plans } = me.access
  return { domains, plans }
}
