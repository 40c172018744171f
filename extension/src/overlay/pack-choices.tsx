import { number, t } from '../ui/i18n'
import { price } from '../ui/money'
import type { PackChoice } from './use-pack-choice'

/** The packs that help out of a block, one of them chosen. */
export function PackChoices({ choice: { packs, chosen, choose } }: { choice: PackChoice }) {
  return (
    <fieldset>
      <legend className="unseen">{t('packs_label')}</legend>
      <div className="choices choices-3">
        {packs.map((pack) => (
          <label key={pack.id} className="choice choice-pack">
            <input type="radio" name="pack" checked={pack.id === chosen?.id} onChange={() => choose(pack)} />
            <b className="strong">{number(pack.credits)}</b>
            {price(pack.price)}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
