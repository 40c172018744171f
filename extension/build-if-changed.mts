import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** Builds the extension when its sources are not those of the last build. Quiet when all is well. */
const here = import.meta.dirname
const built = join(here, 'build', 'chrome-mv3-prod')
const stamp = join(here, 'build', 'sources.sha256')
const sources = [
  'src',
  'assets',
  'locales',
  'docs/privacy.md',
  'package.json',
  'tsconfig.json',
  '../shared/src',
  '../pnpm-lock.yaml',
]

function filesUnder(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)))
}

function fingerprint(): string {
  const hash = createHash('sha256')
  for (const source of sources) {
    for (const file of filesUnder(join(here, source))) {
      if (/\.test\.tsx?$/.test(file)) continue
      hash
        .update(`${file.slice(here.length)}\0`)
        .update(readFileSync(file))
        .update('\0')
    }
  }
  return hash.digest('hex')
}

const wanted = fingerprint()
const upToDate = existsSync(join(built, 'manifest.json')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted

if (!upToDate) {
  // A shell, since on Windows Plasmo's command is a script that only a shell starts.
  // The extension's own commands come first, so that the build works from wherever it is started.
  const path = [join(here, 'node_modules', '.bin'), process.env.PATH].join(delimiter)
  const build = spawnSync('plasmo build --hoist', {
    cwd: here,
    encoding: 'utf8',
    shell: true,
    env: { ...process.env, PATH: path },
  })
  // Plasmo can report an error and still end with 0: without a manifest and a worker there is no build.
  const whole = existsSync(join(built, 'manifest.json')) && existsSync(join(built, 'static', 'background', 'index.js'))
  if (build.status !== 0 || !whole) {
    process.stderr.write(`${build.stdout}${build.stderr}\nThe extension could not be built.\n`)
    process.exit(1)
  }
  writeFileSync(stamp, wanted)
}
