import { useState } from 'react'
import type { Balance, LiveEvent, PaymentNews } from 'shared'
import { AccessNote } from '../access/access-note'
import { t } from '../ui/i18n'
import { TabPanel, Tabs } from '../ui/tabs'
import { useLive } from '../ui/use-live'
import { Arrived } from './arrived'
import { MeteredTab } from './metered/metered-tab'
import { OnItsWay } from './on-its-way'
import type { ShopTab } from './open-shop'
import { PacksTab } from './packs-tab'
import { PlansTab } from './plans/plans-tab'
import './shop.css'
import { useAccess } from '../access/use-access'
import { usePlans } from './use-plans'
import { hasMetered, hasPlans, withAccess } from './with-access'

/**
 * Where credits are bought: once, each month, or as they are used. In the popup and in the side panel.
 * @param first the tab that it opens with
 * @param onLeave leaves the page, once something opens elsewhere
 */
export function Shop({ balance, first, onLeave }: { balance: Balance | null; first: ShopTab; onLeave: () => void }) {
  const [tab, setTab] = useState(first)
  const [news, setNews] = useState<PaymentNews | null>(null)
  const { me, barred, again } = useAccess()
  const plans = withAccess(usePlans(), barred)
  const hear = (event: LiveEvent) => {
    if (event.type === 'payment') setNews(event.payment)
    if (event.type === 'payment' || event.type === 'balance') plans.soon()
  }
  useLive({ hear, back: plans.soon })
  return (
    <div className="shop">
      <div className="shop-tabs">
        <Tabs
          label={t('shop_tabs')}
          tabs={[
            { view: 'packs', name: t('shop_packs') },
            { view: 'plans', name: t('shop_plans') },
            { view: 'metered', name: t('lot_metered') },
          ]}
          chosen={tab}
          onChoose={setTab}
        />
      </div>
      {news !== null && <Arrived key={`${news.checkoutId} ${news.state}`} news={news} balance={balance} onLeave={onLeave} />}
      <OnItsWay news={news} balance={balance} />
      <TabPanel view={tab} className="shop-view">
        {barred !== null && (
          <section className="shop-part">
            <AccessNote
              why={barred}
              accountId={me?.accountId ?? null}
              onAgain={again}
              onPlans={tab === 'plans' ? null : () => setTab('plans')}
            />
          </section>
        )}
        {tab === 'packs' && barred === null && <PacksTab balance={balance} onLeave={onLeave} />}
        {tab === 'plans' && (barred === null || hasPlans(plans)) && <PlansTab plans={plans} />}
        {tab === 'metered' && (barred === null || hasMetered(plans)) && <MeteredTab plans={plans} />}
      </TabPanel>
    </div>
  )
}
