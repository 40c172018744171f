import { type ErrorDetails, maxUploadBytes } from 'shared'
import type { FailureCode } from '../failures'
import { dateInSentence } from './dates'
import { anyOf, listed, type MessageKey, number, t, tn } from './i18n'

/** What happened, and what to do about it. */
export interface ErrorSentence {
  what: string
  next: string
}

/** Two keys a code: every code has words, or this does not compile. */
const plain: Record<FailureCode, [what: MessageKey, next: MessageKey]> = {
  INSUFFICIENT_CREDITS: ['error_insufficient', 'error_insufficient_next'],
  RESERVE_REACHED: ['error_reserve', 'error_reserve_next'],
  BUDGET_REACHED: ['error_budget', 'error_budget_next'],
  IN_DEBT: ['error_debt', 'error_debt_next'],
  PRICE_CHANGED: ['error_price_changed', 'error_price_changed_next'],
  IDEMPOTENCY_MISMATCH: ['error_mismatch', 'error_mismatch_next'],
  HOLD_FINISHED: ['error_finished', 'error_finished_next'],
  NOT_UNDERSTOOD: ['error_not_understood', 'error_not_understood_next'],
  MODERATED: ['error_moderated', 'error_moderated_next'],
  NEAR_DUPLICATE: ['error_near_duplicate', 'error_near_duplicate_next'],
  UNSUPPORTED_IMAGE: ['error_unsupported_image', 'error_unsupported_image_next'],
  IMAGE_TOO_LARGE: ['error_image_too_large', 'error_image_too_large_next'],
  NO_SUBJECT: ['error_no_subject', 'error_no_subject_next'],
  ENGINE_FAILED: ['error_engine_failed', 'error_engine_failed_next'],
  TIMED_OUT: ['error_timed_out', 'error_timed_out_next'],
  CANCELLED: ['error_cancelled', 'error_cancelled_next'],
  BAD_REQUEST: ['error_bad_request', 'error_bad_request_next'],
  UNAUTHORIZED: ['error_unauthorized', 'error_unauthorized_next'],
  FORBIDDEN: ['error_forbidden', 'error_forbidden_next'],
  NOT_ENTITLED: ['error_not_entitled', 'error_not_entitled_next'],
  PROMO_UNKNOWN: ['error_promo_unknown', 'error_promo_unknown_next'],
  PROMO_ENDED: ['error_promo_ended', 'error_promo_ended_next'],
  PROMO_USED: ['error_promo_used', 'error_promo_used_next'],
  ALREADY_SUBSCRIBED: ['error_already_subscribed', 'error_already_subscribed_next'],
  PAYMENTS_AWAY: ['error_payments_away', 'error_payments_away_next'],
  NOT_FOUND: ['error_not_found', 'error_not_found_next'],
  BUSY: ['error_busy', 'error_busy_next'],
  INTERNAL: ['error_internal', 'error_internal_next'],
  OFFLINE: ['error_offline', 'error_offline_next'],
  OUT_OF_REACH: ['error_out_of_reach', 'error_out_of_reach_next'],
  STORAGE_FULL: ['error_storage_full', 'error_storage_full_next'],
  NO_ACCOUNT: ['error_no_account', 'error_no_account_next'],
}

/** What happened to the wallet's own limits, with their figures. */
function whatWalletSays(code: FailureCode, { shortfall, fromReserve, reserve, budgetLeft, debt }: ErrorDetails): string | null {
  if (code === 'INSUFFICIENT_CREDITS' && shortfall !== undefined) return tn('error_shortfall', shortfall)
  if (code === 'RESERVE_REACHED' && fromReserve !== undefined && reserve !== undefined)
    return tn('error_reserve_uses', fromReserve, { reserve })
  if (code === 'BUDGET_REACHED' && budgetLeft) return tn('error_budget_left', budgetLeft)
  if (code === 'IN_DEBT' && debt !== undefined) return tn('error_debt_owed', debt)
  return null
}

/** What happened, told with the figures and words that the error carries. */
function whatHappened(code: FailureCode, details: ErrorDetails): string | null {
  if (code === 'PRICE_CHANGED' && details.credits !== undefined) return tn('error_price_now', details.credits)
  if (code === 'NOT_UNDERSTOOD' && details.words?.length)
    return t('error_words', { words: listed(details.words.map((word) => t('quoted', { word }))) })
  if (code === 'PROMO_ENDED' && details.startsAt !== undefined) return t('error_promo_early', { date: day(details.startsAt) })
  return whatWalletSays(code, details)
}

const day = (moment: string) => dateInSentence(moment, new Date())

/** Who has access where not everybody has. */
function whatBringsAccess({ domains = [], plans = [] }: ErrorDetails): string | null {
  const words = { domains: anyOf(domains) }
  if (domains.length > 0) return t(plans.length > 0 ? 'error_not_entitled_both' : 'error_not_entitled_domains', words)
  return plans.length > 0 ? t('error_not_entitled_plans') : null
}

function whatNext(code: FailureCode, details: ErrorDetails): string | null {
  if (code === 'NOT_UNDERSTOOD' && details.suggestions?.length) return t('error_not_understood_try')
  if (code === 'BUSY' && details.retryAfterMs !== undefined) return whenAgain(details.retryAfterMs)
  if (code === 'BUDGET_REACHED' && details.budgetLeft) return t('error_budget_left_next')
  if (code === 'BAD_REQUEST' && details.field === 'prompt') return t('error_bad_prompt_next')
  if (code === 'NOT_ENTITLED') return whatBringsAccess(details)
  if (code === 'PROMO_ENDED' && details.startsAt !== undefined) return t('error_promo_early_next')
  if (code === 'INSUFFICIENT_CREDITS' && details.renewal !== undefined)
    return t('error_insufficient_wait', { date: day(details.renewal) })
  return code === 'IMAGE_TOO_LARGE' ? smallerCopy(details) : null
}

function whenAgain(ms: number): string {
  if (ms > 90_000) return tn('error_busy_minutes', Math.ceil(ms / 60_000))
  return tn('error_busy_seconds', Math.ceil(ms / 1000))
}

function smallerCopy(details: ErrorDetails): string {
  if (details.maxPixels !== undefined) return tn('error_max_megapixels', Math.floor(details.maxPixels / 1e6))
  const megabytes = Math.floor((details.maxBytes ?? maxUploadBytes) / 1024 / 1024)
  return t('error_max_megabytes', { megabytes: number(megabytes) })
}

/** A sentence for every way in which Toile says no: what happened and what to do. */
export function errorSentence(code: FailureCode, details: ErrorDetails = {}): ErrorSentence {
  const [what, next] = plain[code]
  return { what: whatHappened(code, details) ?? t(what), next: whatNext(code, details) ?? t(next) }
}
