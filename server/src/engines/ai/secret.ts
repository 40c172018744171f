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
    return this.#value === '' ? text : text.replaceAll(this.#value, '[redacted]')
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
