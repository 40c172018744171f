/** A piece of the privacy policy, as the page shows it. */
export type Block = { kind: 'title' | 'heading' | 'paragraph'; text: string } | { kind: 'list'; items: string[] }

/** Words, some of them strong. */
export interface Run {
  text: string
  strong: boolean
}

/** Reads the little of Markdown that the policy is written in: headings, paragraphs and lists, parted by empty lines. */
export function blocksOf(markdown: string): Block[] {
  return markdown
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map(blockOf)
}

function blockOf(part: string): Block {
  if (part.startsWith('# ')) return { kind: 'title', text: oneLine(part.slice(2)) }
  if (part.startsWith('## ')) return { kind: 'heading', text: oneLine(part.slice(3)) }
  if (part.startsWith('- ')) return { kind: 'list', items: part.slice(2).split(/\n- /).map(oneLine) }
  return { kind: 'paragraph', text: oneLine(part) }
}

function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ')
}

/** The words of a line, those between `**` strong. */
export function runsOf(line: string): Run[] {
  return line
    .split('**')
    .map((text, place) => ({ text, strong: place % 2 === 1 }))
    .filter(({ text }) => text !== '')
}
