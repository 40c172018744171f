import { spawnSync } from 'node:child_process'
import { existsSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, join, relative, sep } from 'node:path'

/**
 * Builds the extension in `root` with Plasmo for `target`, as `chrome-mv3`; code that several pages need is written once.
 * Answers the folder it is in. Throws with what Plasmo said.
 */
export function buildExtension(root: string, target: string): string {
  const rules = join(root, '.parcelrc')
  writeFileSync(rules, JSON.stringify(bundlingRules(root)))
  try {
    return build(root, target)
  } finally {
    // `plasmo dev` reloads pages one by one: there each has all of its code.
    rmSync(rules, { force: true })
  }
}

/** Plasmo's own rules but for what lies in this folder. They lie deep in its dependencies, so they are named by their path. */
function bundlingRules(root: string): { extends: string; bundler: string; optimizers: Record<string, string[]> } {
  const plasmo = createRequire(realpathSync(join(root, 'node_modules', 'plasmo', 'package.json')))
  const whole = realpathSync(plasmo.resolve('@plasmohq/parcel-config'))
  return {
    extends: relative(root, whole).split(sep).join('/'),
    bundler: './bundling/shared-code.cjs',
    // Before those of Plasmo, under its own pattern.
    optimizers: { '*.{js,mjs,cjs}': ['./bundling/run-when-used.cjs', '...'] },
  }
}

function build(root: string, target: string): string {
  // A shell, since on Windows Plasmo's command is a script that only a shell starts.
  // The extension's own commands come first, so that the build works from wherever it is started.
  const path = [join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter)
  const { status, stdout, stderr } = spawnSync(`plasmo build --target=${target} --hoist`, {
    cwd: root,
    encoding: 'utf8',
    shell: true,
    env: { ...process.env, PATH: path },
  })
  const built = join(root, 'build', `${target}-prod`)
  // Plasmo can report an error and still end with 0: without a manifest and a worker there is no build.
  const whole = existsSync(join(built, 'manifest.json')) && existsSync(join(built, 'static', 'background', 'index.js'))
  if (status !== 0 || !whole) throw new Error(`The extension could not be built for ${target}:\n${stdout}${stderr}`)
  return built
}
