import type { Recipe } from './recipe.ts'

/** IPTC's words for what made a picture (cv.iptc.org/newscodes/digitalsourcetype). */
const sourceTypes = 'http://cv.iptc.org/newscodes/digitalsourcetype/'

const namespaces = {
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  xmp: 'http://ns.adobe.com/xap/1.0/',
  dc: 'http://purl.org/dc/elements/1.1/',
  Iptc4xmpExt: 'http://iptc.org/std/Iptc4xmpExt/2008-02-29/',
  toile: 'urn:toile:recipe:1#',
}

/** What a file says of itself. No moment stands in it: the same recipe gives the same bytes. */
export interface Saying {
  /** Null for a picture that was uploaded. */
  recipe: Recipe | null
  /** The pixels are those that the recipe gives: neither resampled nor compressed with loss. */
  exact: boolean
  /** Address of the page that the picture, or its source, was found on. Only where the designer asked for it. */
  page: string | null
}

/** An XMP packet: what made the picture, by IPTC's DigitalSourceType, and its recipe. */
export function xmpOf({ recipe, exact, page }: Saying): string {
  const facts: [name: string, value: string][] = recipe === null ? [] : [...factsOf(recipe)]
  if (recipe?.pixels && exact) facts.push(['toile:pixels', `sha256:${recipe.pixels}`])
  if (page !== null) facts.push(['dc:source', page])
  const declared = Object.entries(namespaces).map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`)
  const told = facts.map(([name, value]) => `<${name}>${escaped(value)}</${name}>`)
  return [
    '<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF ${declared.join(' ')}><rdf:Description rdf:about="">`,
    ...told,
    '</rdf:Description></rdf:RDF></x:xmpmeta>',
    '<?xpacket end="r"?>',
  ].join('\n')
}

function* factsOf(recipe: Recipe): Generator<[string, string]> {
  yield ['Iptc4xmpExt:DigitalSourceType', sourceTypes + sourceTypeOf(recipe)]
  yield ['xmp:CreatorTool', `Toile (${recipe.model})`]
  yield ['toile:operation', recipe.operation]
  if (recipe.prompt !== '') yield ['toile:prompt', recipe.prompt]
  yield ['toile:size', String(recipe.size)]
  yield ['toile:seed', String(recipe.seed)]
  yield ['toile:index', String(recipe.index)]
  yield ['toile:options', JSON.stringify(recipe.options)]
  yield ['toile:engine', recipe.engine]
  yield ['toile:version', recipe.version]
  if (recipe.source !== null) yield ['toile:source', `sha256:${recipe.source}`]
}

/** What the print engine makes of an AI's picture does not stop being an AI's. */
function sourceTypeOf({ kind, trained, sourceImageId }: Recipe): string {
  if (kind === 'drawn' && !trained) return 'algorithmicMedia'
  return sourceImageId === null ? 'trainedAlgorithmicMedia' : 'compositeWithTrainedAlgorithmicMedia'
}

/** As XML text. Characters that XML knows no way to write are left out. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>\r]/g, (letter) => `&#${letter.charCodeAt(0)};`)
}
