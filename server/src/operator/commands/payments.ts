import { Command } from 'commander'
import type { Config } from '../../config.ts'
import { createInboxQueue } from '../../payments/inbox/queue.ts'
import { type PaymentProvider, ProviderError } from '../../payments/provider.ts'
import { chosenProvider } from '../../payments/providers/chosen.ts'
import { refundPayment } from '../../payments/refund-payment.ts'
import { ToileError } from '../../platform/errors.ts'
import { createLog } from '../../platform/log.ts'
import { price, print, type Report, smallestUnits } from '../answer.ts'
import { readKey } from '../arguments.ts'
import { type AtDesk, type Desk, OperatorError } from '../desk.ts'
import { readInbox, retry } from './payment-inbox.ts'
import { listPayments } from './payment-list.ts'

interface Json {
  json?: boolean
}

/** `toile payments …`: what payment providers told, and money that goes back. */
export function paymentsCommand(atDesk: AtDesk, readConfig: () => Config): Command {
  const payments = new Command('payments').description('what payment providers told, and money that goes back')
  payments
    .command('inbox')
    .description(
      'events that were not applied yet, and why, and changes of plans that were refused; exits 1 if an event is stuck',
    )
    .option('--all', 'the newest of all, also those that were applied')
    .option('--json', 'print JSON')
    .action(async (options: Json & { all?: boolean }) => {
      const events = await atDesk(async (desk) => readInbox(desk, options.all ?? false))
      print(events.report, options)
      if (events.stuck) process.exitCode = 1
    })
  payments
    .command('retry')
    .description('have an event applied again now, whatever became of it; a running server does it within moments')
    .argument('[event]', 'its id, as the inbox shows it')
    .option('--all', 'all that wait')
    .option('--json', 'print JSON')
    .action(async (event: string | undefined, options: Json & { all?: boolean }) => {
      print(await atDesk((desk) => retry(desk, event, options.all ?? false)), options)
    })
  payments
    .command('list')
    .description('what an account paid, newest first, and where each payment stands')
    .argument('<account>', 'its id, or a member’s e-mail')
    .option('--json', 'print JSON')
    .action(async (account: string, options: Json) => {
      print(await atDesk((desk) => listPayments(desk, account)), options)
    })
  payments
    .command('refund')
    .description('send money back; the credits it paid for follow when the provider tells of it')
    .argument('<payment>', 'its id, as receipts show it')
    .option('--amount <amount>', 'in the payment’s currency, like 4.50; all that is left if not said')
    .option('--key <key>', 'the same key again sends nothing more; made up if you give none', readKey)
    .option('--json', 'print JSON')
    .action(async (payment: string, options: Json & { amount?: string; key?: string }) => {
      print(await atDesk(async (desk) => refund(desk, await providerAt(desk, readConfig()), payment, options)), options)
    })
  return payments
}

/** The provider of the settings, as the server has it. What it tells meanwhile is stored, for the server to apply. */
async function providerAt({ db, clock, ids }: Desk, config: Config): Promise<PaymentProvider> {
  const queue = createInboxQueue({ db, clock, ids })
  const made = await chosenProvider(config.payments)
  const baseUrl = () => config.publicUrl ?? `http://${config.host}:${config.port}`
  const provider: PaymentProvider = made({
    ...{ db, clock, ids, log: createLog('silent'), baseUrl },
    deliver: (event) => queue.store(provider.name, event),
  })
  return provider
}

async function refund(
  desk: Desk,
  provider: PaymentProvider,
  id: string,
  { amount, key = desk.ids.next() }: { amount?: string; key?: string },
): Promise<Report> {
  const payment = await desk.db.read.payment.findUnique({ where: { id } })
  if (payment === null) throw new OperatorError(`There is no payment ${id}.`, 'NOT_FOUND')
  const asked = amount === undefined ? null : smallestUnits(amount, payment.currency)
  if (amount !== undefined && asked === null)
    throw new OperatorError(`“${amount}” is no amount in ${payment.currency}. Write it like 4.50.`)
  try {
    const { sent, left } = await refundPayment(provider, payment, { amount: asked, key: `operator:${key}` })
    const rest = left.amount === 0 ? 'Nothing is left of it.' : `${price(left)} could still go back.`
    const lines = [
      `${price(sent)} goes back to account ${payment.accountId}. ${rest}`,
      'The credits it paid for follow when the provider tells of it; `toile payments inbox` shows what waits.',
      `Key ${key}: the same key again sends nothing more.`,
    ]
    return { lines, data: { payment: id, key, sent, left } }
  } catch (error) {
    throw refusal(error, id)
  }
}

function refusal(error: unknown, payment: string): unknown {
  if (error instanceof ProviderError) {
    const next = error.passing ? 'Try again in a while.' : 'It will not be taken so.'
    return new OperatorError(`The payment service did not take it: ${error.message}. ${next}`, 'PAYMENTS_AWAY')
  }
  if (!(error instanceof ToileError) || error.code !== 'BAD_REQUEST') return error
  return error.details.field === 'provider'
    ? new OperatorError(`Payment ${payment} was taken by another payment service than the settings name.`)
    : new OperatorError(`So much cannot go back of payment ${payment}: less is left of it, or it was not paid.`)
}
