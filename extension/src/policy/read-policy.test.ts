import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Block, blocksOf, runsOf } from './read-policy'

test('headings, paragraphs over several lines and lists are told apart', () => {
  expect(blocksOf('# Title\n\nOne\nline.\n\n## Part\n\n- first\n  goes on\n- second\n')).toEqual([
    { kind: 'title', text: 'Title' },
    { kind: 'paragraph', text: 'One line.' },
    { kind: 'heading', text: 'Part' },
    { kind: 'list', items: ['first goes on', 'second'] },
  ])
  expect(runsOf('The **picture** that')).toEqual([
    { text: 'The ', strong: false },
    { text: 'picture', strong: true },
    { text: ' that', strong: false },
  ])
})

const blocksIn = (file: string) => blocksOf(readFileSync(join(import.meta.dirname, '..', '..', 'docs', file), 'utf8'))
const kindsOf = (blocks: Block[]) => blocks.map((block) => (block.kind === 'list' ? `list of ${block.items.length}` : block.kind))

test.each(['privacy.md', 'privacy.pt_BR.md', 'privacy.es.md'])(
  '%s is written in what is read here: no sign of Markdown is left in its words',
  (file) => {
    const blocks = blocksIn(file)
    expect(blocks[0]?.kind).toBe('title')
    const words = blocks.flatMap((block) => (block.kind === 'list' ? block.items : [block.text])).flatMap(runsOf)
    for (const { text } of words) expect(text).not.toMatch(/[*`#|<>]|\]\(|^\d+\. |^- /)
  },
)

test('the policy has the same parts in every language', () => {
  expect(kindsOf(blocksIn('privacy.pt_BR.md'))).toEqual(kindsOf(blocksIn('privacy.md')))
  expect(kindsOf(blocksIn('privacy.es.md'))).toEqual(kindsOf(blocksIn('privacy.md')))
})
