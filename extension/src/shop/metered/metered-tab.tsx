import type { PlanList } from 'shared'
import { t } from '../../ui/i18n'
import { KnownPlans } from '../known-plans'
import type { Plans } from '../use-plans'
import { MeteredFields } from './metered-fields'
import { MeteredNote } from './metered-note'
import { useMetered } from './use-metered'

/** Credits that are billed once they are used, up to a cap. */
export function MeteredTab({ plans }: { plans: Plans }) {
  return (
    <KnownPlans plans={plans}>
      {(list) =>
        list.metered === null ? (
          <p className="shop-part quiet">{t('metered_none')}</p>
        ) : (
          <Metered metered={list.metered} plans={plans} testMode={list.testMode} />
        )
      }
    </KnownPlans>
  )
}

function Metered({ metered, plans, testMode }: { metered: NonNullable<PlanList['metered']>; plans: Plans; testMode: boolean }) {
  const wish = useMetered(metered, plans)
  return (
    <>
      <MeteredNote metered={metered} />
      <MeteredFields metered={metered} wish={wish} testMode={testMode} />
    </>
  )
}
