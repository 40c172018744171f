import type { Customer } from '../../../generated/sqlite/client.ts'
import { type ListedEvent, listEvents, listUnforgotten, retryEvents } from '../../payments/inbox/list.ts'
import { listRefusedChanges, type RefusedChange } from '../../plans/refused-changes.ts'
import { ago, minute, type Report } from '../answer.ts'
import { type Desk, OperatorError } from '../desk.ts'

/** What payment services told and what became of it; `stuck` where something is not tried by itself any more. */
export async function readInbox(desk: Desk, all: boolean): Promise<{ report: Report; stuck: boolean }> {
  const events = await listEvents(desk, { all })
  const now = desk.clock.now()
  const none = all ? 'No event has come yet.' : 'Every event that came was applied.'
  const refusedChanges = await listRefusedChanges(desk.db)
  const unforgotten = await listUnforgotten(desk)
  const lines = [
    ...(events.length === 0 ? [none] : events.flatMap((event) => eventLines(event, now))),
    ...refusedChanges.flatMap((change) => refusedLines(change, now)),
    ...unforgotten.map(unforgottenLine),
  ]
  return {
    report: { lines, data: { events, refusedChanges, unforgotten } },
    stuck: events.some(({ state }) => state === 'stuck'),
  }
}

function eventLines(
  { id, provider, type, subject, state, attempts, receivedAt, nextTryAt, lastError }: ListedEvent,
  now: Date,
): string[] {
  const tried = attempts === 0 ? 'not tried yet' : `tried ${times(attempts)}`
  const next = {
    stuck: `not tried any more: \`toile payments retry ${id}\` tries again`,
    waiting: nextTryAt === null ? '' : `next ${minute(nextTryAt)}`,
    'under way': 'somebody is at it',
    applied: 'applied',
    ignored: 'nothing of Toile’s',
  }[state]
  const line = `${id} · ${type} of ${subject} (${provider}) · ${ago(receivedAt, now)}, ${tried} · ${next}`
  return lastError === null ? [line] : [line, `    ${lastError}`]
}

function refusedLines({ accountId, provider, subscription, planId, since, because }: RefusedChange, now: Date): string[] {
  const line = `Account ${accountId} · ${subscription} (${provider}) does not become ${planId} · refused ${ago(since, now)}, and not tried any more: its designer is told, and may choose again`
  return because === null ? [line] : [line, `    ${because}`]
}

const times = (count: number) => (count === 1 ? 'once' : `${count} times`)

function unforgottenLine({ provider, reference, attempts, forgetAt, lastError }: Customer): string {
  const next = forgetAt === null ? '' : `, next ${minute(forgetAt)}`
  const told = `customer ${reference} of a deleted account is to be forgotten (${provider})`
  if (lastError === null) {
    const since = forgetAt === null ? '' : ` since ${minute(forgetAt)}`
    return `${told} · nobody has asked${since}: if that payment service is not used any more, delete the customer there by hand`
  }
  return `${told} · tried ${times(attempts)}${next}\n    ${lastError}`
}

/** Has an event, or all that wait, tried again. */
export async function retry(desk: Desk, event: string | undefined, all: boolean): Promise<Report> {
  if ((event === undefined) !== all) throw new OperatorError('Say which event, or --all.')
  const count = await retryEvents(desk, event ?? null)
  if (count === 0 && event !== undefined) throw new OperatorError(`No event ${event} has come.`, 'NOT_FOUND')
  const told =
    count === 0
      ? 'Nothing waits.'
      : `${count} ${count === 1 ? 'event is' : 'events are'} tried again: a running server does it within moments.`
  return { lines: [told], data: { retried: count } }
}
