import policy from 'data-text:../../docs/privacy.md'
import { t } from '../ui/i18n'
import { type Block, blocksOf, runsOf } from './read-policy'

/** The whole privacy policy, as it lies with Toile's source: the page carries it and asks nobody for it. */
export function PolicyRow() {
  return (
    <details className="settings-row policy">
      <summary>{t('privacy_policy')}</summary>
      {/* It is written in English only. */}
      <div className="policy-text" lang="en">
        {blocksOf(policy).map((block) => (
          <PolicyBlock key={block.kind === 'list' ? block.items[0] : block.text} block={block} />
        ))}
      </div>
    </details>
  )
}

function PolicyBlock({ block }: { block: Block }) {
  if (block.kind === 'list') {
    return (
      <ul>
        {block.items.map((item) => (
          <li key={item}>{wordsOf(item)}</li>
        ))}
      </ul>
    )
  }
  return block.kind === 'paragraph' ? <p>{wordsOf(block.text)}</p> : <h3 className="strong">{block.text}</h3>
}

function wordsOf(line: string) {
  return runsOf(line).map(({ text, strong }) => (strong ? <strong key={text}>{text}</strong> : text))
}
