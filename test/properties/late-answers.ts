import type { PaymentProvider } from 'server/payments/provider'

/** Holds back what a server has read, while others read what is newer. */
export class LateAnswers {
  private held: (() => void)[] = []
  private readonly random: () => number
  private isHeld: () => void = () => {}

  constructor(random: () => number) {
    this.random = random
  }

  /** The same provider, some of whose answers wait. */
  of(provider: PaymentProvider): PaymentProvider {
    const late = async <Facts>(reading: Promise<Facts>): Promise<Facts> => {
      const facts = await reading
      if (this.random() < 0.5) await new Promise<void>((go) => this.hold(go))
      return facts
    }
    return {
      ...provider,
      readCheckout: (reference) => late(provider.readCheckout(reference)),
      readPayment: (reference) => late(provider.readPayment(reference)),
      readSubscription: (reference) => late(provider.readSubscription(reference)),
    }
  }

  private hold(go: () => void): void {
    this.held.push(go)
    this.isHeld()
  }

  /** Whether an event goes to the server whose answers wait. */
  takesIt(): boolean {
    return this.random() < 0.7
  }

  releaseSometimes(): void {
    if (this.random() < 0.3) this.release()
  }

  /** Resolves once something is held back. */
  holding(): Promise<void> {
    if (this.held.length > 0) return Promise.resolve()
    return new Promise((resolve) => {
      this.isHeld = resolve
    })
  }

  /** What is held back arrives. */
  release(): void {
    for (const go of this.held.splice(0)) go()
  }
}
