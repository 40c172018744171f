/*
 * Parcel runs all modules that a page may ever need before the page's own first line: for the popup hundreds of schemas, of which
 * it uses two to show a balance. A module that does nothing when it is loaded can as well run when one of its exports is first
 * used. So it is with packages that say so (`sideEffects: false`: zod, the contract), and with the extension's own modules
 * that make schemas. Only what pages share is told apart into modules by Parcel, so content scripts and the worker stay as they are.
 * Parcel loads this: hence CommonJS.
 */
const isOfPackage = ({ type, sideEffects }) => type === 'js' && !sideEffects
const makesSchemas = (asset) => asset.getDependencies().some(({ specifier }) => specifier === 'zod')

/** The names by which Parcel's code refers to modules that do nothing when they are loaded. */
function namesOf(bundleGraph) {
  const ofPackages = new Set()
  const late = new Set()
  bundleGraph.traverse((node) => {
    if (node.type !== 'asset') return
    const name = bundleGraph.getAssetPublicId(node.value)
    if (isOfPackage(node.value)) ofPackages.add(name)
    if (isOfPackage(node.value) || makesSchemas(node.value)) late.add(name)
  })
  return { ofPackages, late }
}

const eachModule = /^(?=parcelRequire\.register\()/m
const nameOfModule = /^parcelRequire\.register\("(\w+)"/
const required = /^(?:var \$\w+ = )?parcelRequire\("(\w+)"\);/gm
const used = /(?<![\w$])\$(\w+)(?![\w$])/g

/** The code of a bundle in which late modules are required where they are used, and not before. Within a package they are as they were. */
function requireWhereUsed(code, { ofPackages, late }) {
  const modules = code.split(eachModule).map((module) => {
    if (ofPackages.has(nameOfModule.exec(module)?.[1])) return module
    return module
      .replace(required, (whole, name) => (late.has(name) ? '' : whole))
      .replace(used, (whole, name) => (late.has(name) ? `(parcelRequire("${name}"))` : whole))
  })
  return modules.join('')
}

/** Where Parcel looks for what a plugin does. */
const does = Symbol.for('parcel-plugin-config')

module.exports = {
  default: {
    [does]: {
      optimize: ({ bundleGraph, contents, map }) => ({ contents: requireWhereUsed(String(contents), namesOf(bundleGraph)), map }),
    },
  },
}
