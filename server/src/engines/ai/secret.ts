/** A key or password that can be used, but not printed: neither by a log, nor as JSON, nor in a message. */
export class Secret {
  readonly #value: string

  constructor(value: string) {
    this.#value = value
  }

  reveal(): string {
    return this.#value
  }

  /** The text without the secret, in case a service repeats it in an answer. */
  hiddenIn(text: string): string {
    if (this.#value === '') return text
    // As it stands, as it stands in JSON, and as a password is sent.
    const written = [this.#value, JSON.stringify(this.#value).slice(1, -1), Buffer.from(this.#value).toString('base64')]
    return written.reduce((left, one) => left.replaceAll(one, '[redacted]'), text)
  }

  toString(): string {
    return '[redacted]'
  }

  toJSON(): string {
    return '[redacted]'
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return '[redacted]'
  }
}
