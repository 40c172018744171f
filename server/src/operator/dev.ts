// `pnpm dev`: the server, started again on every change, beside Plasmo's own development build of the extension.
import { execFileSync, spawn } from 'node:child_process'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../../..')
execFileSync(process.execPath, ['prisma/generate.ts'], { cwd: join(root, 'server'), stdio: 'inherit' })

// In the same folder as `pnpm start`: so it has the same wallet and images.
const server = spawn(process.execPath, ['--watch', 'server/src/main.ts'], { cwd: root, stdio: 'inherit' })
const plasmo = spawn('plasmo', ['dev', '--serve-port=31012', '--hmr-port=31815'], {
  cwd: join(root, 'extension'),
  stdio: 'inherit',
  env: { ...process.env, PATH: `${join(root, 'extension/node_modules/.bin')}:${process.env.PATH}` },
})
for (const child of [server, plasmo]) {
  child.on('exit', () => {
    server.kill()
    plasmo.kill()
  })
}
