import { buildExtension } from './plasmo.mts'

/** `node bundling/build.mts [target]`: builds the extension in the current folder. */
const [target = 'chrome-mv3'] = process.argv.slice(2)
console.log(buildExtension(process.cwd(), target))
