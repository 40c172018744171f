/** One thing on sale, to be chosen: what it is on the left, what it costs on the right. */
export function OfferCard({
  group,
  chosen,
  title,
  facts,
  price,
  each,
  onChoose,
}: {
  /** Cards of one group exclude each other. */
  group: string
  chosen: boolean
  title: string
  /** What it gives, a line each. */
  facts: string[]
  price: string
  /** What a credit of it costs, and the like; a line each. */
  each: string[]
  onChoose: () => void
}) {
  return (
    <label className="offer">
      <input type="radio" name={group} checked={chosen} onChange={onChoose} />
      <span>
        <b>{title}</b>
        <Lines lines={facts} />
      </span>
      <span className="offer-price">
        <b>{price}</b>
        <Lines lines={each} />
      </span>
    </label>
  )
}

function Lines({ lines }: { lines: string[] }) {
  return lines.map((line) => (
    <span key={line} className="caption offer-line">
      {line}
    </span>
  ))
}
