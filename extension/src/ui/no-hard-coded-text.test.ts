import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parseAst } from 'vitest/node'

const sources = join(import.meta.dirname, '..')
/** What the wordmark says is the same in every language. */
const names = ['Toile']
const spokenAttributes = [
  'alt',
  'aria-description',
  'aria-label',
  'aria-roledescription',
  'aria-valuetext',
  'placeholder',
  'title',
]
const spokenProperties = ['alt', 'ariaLabel', 'innerHTML', 'innerText', 'placeholder', 'textContent', 'title']

type Node = { type: string } & Record<string, unknown>

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
}

function within(node: Node): Node[] {
  const children = Object.values(node).flat().filter(isNode)
  return [node, ...children.flatMap(within)]
}

/** Words that a reader would read; markup, numbers and signs are none. */
function isText(value: unknown): boolean {
  if (typeof value !== 'string') return false
  const words = value.replace(/<[^>]*>/g, ' ').trim()
  return /\p{L}/u.test(words) && !names.includes(words)
}

/** The words that an expression puts on the screen as they stand in the code. */
function literalText(value: unknown): string[] {
  if (!isNode(value)) return []
  switch (value.type) {
    case 'Literal':
      return isText(value.value) ? [String(value.value)] : []
    case 'JSXText':
      return isText(value.value) ? [String(value.value).trim()] : []
    case 'TemplateLiteral':
      return [value.quasis].flat().flatMap((part) => (isNode(part) ? templateText(part) : []))
    case 'JSXExpressionContainer':
      return literalText(value.expression)
    case 'ConditionalExpression':
      return [...literalText(value.consequent), ...literalText(value.alternate)]
    case 'LogicalExpression':
      return literalText(value.right)
    default:
      return []
  }
}

function templateText({ value }: Node): string[] {
  const raw = typeof value === 'object' && value !== null && 'raw' in value ? value.raw : ''
  return isText(raw) ? [String(raw)] : []
}

const nameOf = (value: unknown): string => (isNode(value) && typeof value.name === 'string' ? value.name : '')

/** Texts of the node itself that no catalogue holds. */
function hardCoded(node: Node): string[] {
  if (node.type === 'JSXElement' || node.type === 'JSXFragment') return [node.children].flat().flatMap(literalText)
  if (node.type === 'JSXAttribute' && spokenAttributes.includes(nameOf(node.name))) return literalText(node.value)
  if (node.type === 'AssignmentExpression' && isNode(node.left) && spokenProperties.includes(nameOf(node.left.property))) {
    return literalText(node.right)
  }
  if (node.type === 'CallExpression' && isNode(node.callee) && nameOf(node.callee.property) === 'setAttribute') {
    const [attribute, value] = [node.arguments].flat()
    return isNode(attribute) && spokenAttributes.includes(String(attribute.value)) ? literalText(value) : []
  }
  return []
}

function textsIn(code: string, lang: 'ts' | 'tsx' = 'tsx'): string[] {
  const program: unknown = parseAst(code, { lang })
  return isNode(program) ? within(program).flatMap(hardCoded) : []
}

test('the search finds what stands in the code instead of the catalogue', () => {
  expect(textsIn(`<p title="Three words here">{n > 1 ? \`\${n} images\` : "One"} · Hello</p>`)).toEqual([
    ' images',
    'One',
    '· Hello',
    'Three words here',
  ])
  expect(textsIn("host.setAttribute('aria-label', 'Close'); tip.textContent = 'Use'")).toEqual(['Close', 'Use'])
  expect(textsIn(`<p className="stack" lang="pt">{t("close")} · {\`\${a} · \${b}\`} × <b>Toile</b></p>`)).toEqual([])
})

test('no page, pill or tool has words of its own: all are in the catalogues', () => {
  const files = readdirSync(sources, { recursive: true, encoding: 'utf8' }).filter((file) => /(?<!\.test)\.tsx?$/.test(file))
  expect(files.length).toBeGreaterThan(150)
  const found = files.flatMap((file) => {
    // Only in .tsx files are angle brackets markup.
    const texts = textsIn(readFileSync(join(sources, file), 'utf8'), file.endsWith('.tsx') ? 'tsx' : 'ts')
    return texts.map((text) => `${file}: ${text}`)
  })
  expect(found).toEqual([])
})
