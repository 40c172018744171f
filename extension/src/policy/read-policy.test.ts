import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { blocksOf, runsOf } from './read-policy'

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

test('the policy is written in what is read here: no sign of Markdown is left in its words', () => {
  const policy = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'privacy.md'), 'utf8')
  const blocks = blocksOf(policy)
  expect(blocks[0]?.kind).toBe('title')
  const words = blocks.flatMap((block) => (block.kind === 'list' ? block.items : [block.text])).flatMap(runsOf)
  for (const { text } of words) expect(text).not.toMatch(/[*`#|<>]|\]\(|^\d+\. |^- /)
})
