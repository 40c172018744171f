import spanish from 'data-text:../../docs/privacy.es.md'
import english from 'data-text:../../docs/privacy.md'
import portuguese from 'data-text:../../docs/privacy.pt_BR.md'
import { language, t } from '../ui/i18n'
import { type Block, blocksOf, runsOf } from './read-policy'

const policies: Record<string, string> = { en: english, 'pt-BR': portuguese, es: spanish }

/** The whole privacy policy, as it lies with Toile's source: the page carries it and asks nobody for it. */
export function PolicyRow() {
  return (
    <details className="settings-row policy">
      <summary>{t('privacy_policy')}</summary>
      <div className="policy-text">
        {blocksOf(policies[language()] ?? english).map((block) => (
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
