// `pnpm bench [name]`: every bench, or one. Each prints what it measured and, as its last line, JSON.
import { benchEngine } from './engine.ts'
import { benchExtension } from './extension.ts'
import { benchHistory } from './history.ts'
import { benchWallet } from './wallet.ts'

const benches: Record<string, () => Promise<object>> = {
  wallet: benchWallet,
  history: benchHistory,
  engine: benchEngine,
  extension: benchExtension,
}

const wanted = process.argv.slice(2).filter((word) => word !== '--')
const unknown = wanted.find((name) => !(name in benches))
if (unknown !== undefined) {
  console.error(`There is no bench "${unknown}". There are: ${Object.keys(benches).join(', ')}.`)
  process.exit(1)
}
for (const [name, bench] of Object.entries(benches)) {
  if (wanted.length === 0 || wanted.includes(name)) console.log(JSON.stringify({ bench: name, ...(await bench()) }))
}
