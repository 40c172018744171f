import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(new URL('../../server/src/operator/cli.ts', import.meta.url))

export interface CliAnswer {
  /** The exit code. */
  code: number
  out: string
  err: string
}

/** Runs the operator's real command line as a process of its own. No setting of the caller's environment reaches it. */
export function runCli(settings: Record<string, string>, ...args: string[]): Promise<CliAnswer> {
  const own = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('TOILE_')))
  return new Promise((resolve) => {
    execFile(process.execPath, [program, ...args], { env: { ...own, ...settings } }, (error, out, err) => {
      resolve({ code: error === null ? 0 : Number(error.code ?? -1), out, err })
    })
  })
}
