import { readJsonFile } from '../../platform/json-file.ts'
import { ConfigError } from '../../platform/settings.ts'
import { type OfferList, offerList } from './offer-list.ts'

/** Reads and checks the file that TOILE_OFFERS names. Throws `ConfigError`, which says what is wrong and where. */
export function readOffers(file: string): OfferList {
  const parsed = offerList.safeParse(readJsonFile(file))
  if (parsed.success) return parsed.data
  const lines = parsed.error.issues.map(({ path, message }) => `${file}: ${path.join('.') || 'the file'}: ${message}.`)
  throw new ConfigError(lines.join('\n'))
}
