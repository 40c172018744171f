const { realpathSync } = process.getBuiltinModule('node:fs')
const { createRequire } = process.getBuiltinModule('node:module')

/*
 * Plasmo's own bundler gives each page a copy of React, zod and the rest. This is the same bundler, told that code which
 * several pages need is to be written once, in a file that all their HTML names. Content scripts and the worker are one file
 * each, as they must be: what they have in common with others is far below `minBundleSize`, or they are named in the manifest.
 * Parcel loads it: hence CommonJS, and Node's own modules by a way that Parcel does not look into.
 */
const settings = {
  /** Code of more than so many bundles is shared … */
  minBundles: 1,
  /** … where it comes to at least so many bytes of sources. */
  minBundleSize: 150_000,
  maxParallelRequests: 20,
}

const plasmo = createRequire(realpathSync(require.resolve('plasmo/package.json', { paths: [__dirname] })))
const { default: bundler } = createRequire(plasmo.resolve('@plasmohq/parcel-config'))('@plasmohq/parcel-bundler')
/** Where Parcel looks for what a plugin does. */
const does = Symbol.for('parcel-plugin-config')

module.exports = { default: { [does]: { ...bundler[does], loadConfig: () => settings } } }
