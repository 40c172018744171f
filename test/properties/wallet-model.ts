import type { AdjustCommand, Command, ConfigureCommand, GrantCommand } from 'server/wallet/commands'
import { ModelHolds } from './model-holds.ts'
import { count, done, type Foretold, ModelLots } from './model-lots.ts'
import { catchUp, clawBack, closeCycle, endLot, evenDebt, setCap } from './model-money.ts'

/**
 * A wallet told from the specification, as simply and slowly as can be: credit by credit, nothing kept that can be
 * counted. It shares no code with the rules; where both agree after every command of a long history, both are probably right.
 */
export class ModelWallet {
  readonly lots = new ModelLots()
  readonly holds = new ModelHolds(this.lots)
  afterLastGrant = 0

  /** @param ids of the lots that the command makes beside the one it names, in order */
  apply(command: Command, now: number, ids: string[]): Foretold {
    this.lots.begin(now, ids)
    const answer = this.carryOut(command)
    if (answer.code === null && command.type !== 'open') evenDebt(this.lots)
    if (answer.code !== null) this.lots.takeBack()
    return answer
  }

  private carryOut(command: Command): Foretold {
    const { lots, holds } = this
    switch (command.type) {
      case 'open':
        return done
      case 'configure':
        return this.configure(command)
      case 'grant':
        return this.grant(command)
      case 'setCap':
        return setCap(lots, command)
      case 'hold':
        return holds.hold(command)
      case 'capture':
        return holds.capture(command.holdId, command.credits)
      case 'release':
        return holds.giveBack(command.holdId, command.credits, 'held', command.because)
      case 'timeOut':
        return holds.timeOut(command.holdId)
      case 'refund':
        return holds.giveBack(command.holdId, command.credits, 'captured', command.because)
      case 'expire':
        return this.expire(command.lotId)
      case 'closeCycle':
        return closeCycle(lots, command)
      case 'clawBack':
        return clawBack(lots, command)
      case 'adjust':
        return this.adjust(command)
      case 'setBudget':
        holds.budgets.set(command.projectId, { limit: command.limit, whenUsedUp: command.whenUsedUp })
        return done
    }
  }

  private configure({ settings }: ConfigureCommand): Foretold {
    if (settings.reserve !== undefined) this.holds.reserve = settings.reserve
    return done
  }

  private grant({ lotId, credits, ...terms }: GrantCommand): Foretold {
    const effectiveAt = terms.effectiveAt ?? this.lots.now
    this.lots.add({ ...terms, effectiveAt, id: lotId, source: 'grant' }, credits)
    evenDebt(this.lots)
    this.afterLastGrant = this.lots.balance()
    return done
  }

  private expire(lotId: string): Foretold {
    const lot = this.lots.all.find((candidate) => candidate.id === lotId)
    if (lot === undefined) return { code: 'NOT_FOUND' }
    if (this.lots.now < lot.expiresAt) return { code: 'BAD_REQUEST' }
    endLot(this.lots, lot)
    return done
  }

  private adjust({ lotId, credits, label, expiresAt, reference }: AdjustCommand): Foretold {
    const { lots } = this
    catchUp(lots)
    if (credits < 0) {
      for (let i = 0; i < -credits; i++) {
        const lot = lots.next(({ kind }) => kind !== 'metered')
        if (lot === undefined) return { code: 'INSUFFICIENT_CREDITS', details: { shortfall: -credits - i } }
        lots.shift(lot, 'available', 'expired')
      }
      return done
    }
    const terms = { kind: 'promo', source: 'grant', priority: 0, rollover: null, effectiveAt: lots.now } as const
    lots.add({ ...terms, id: lotId, reference, label, expiresAt }, credits)
    const given = lots.all.find(({ id }) => id === lotId)
    while (given !== undefined && lots.debt() > 0 && count(given, 'available') > 0) lots.shift(given, 'available', 'repaid')
    this.afterLastGrant = lots.balance()
    return done
  }
}
