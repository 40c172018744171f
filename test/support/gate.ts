/** Where work waits until it is let through. */
export interface Gate {
  /** Resolves at once while the gate is open. */
  pass(): Promise<void>
  shut(): void
  open(): void
}

export function createGate(): Gate {
  let way = Promise.resolve()
  let open = () => {}
  return {
    pass: () => way,
    shut: () => {
      way = new Promise((resolve) => {
        open = resolve
      })
    },
    open: () => open(),
  }
}
