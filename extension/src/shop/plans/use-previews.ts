import { useEffect, useState } from 'react'
import type { Plan, PlanChangePreview, PlanStanding } from 'shared'
import { shopApi } from '../../shop-api'
import { beside } from './beside'

/** By plan: what going over to it would do now. Asked for larger plans only, whose price is not in the list. */
export function usePreviews(plans: Plan[], current: PlanStanding | null): Record<string, PlanChangePreview> {
  const [previews, setPreviews] = useState<Record<string, PlanChangePreview>>({})
  const larger = current?.state === 'active' ? plans.filter((plan) => beside(plan, current) === 'larger') : []
  // Another plan, or another cycle of it, is another price.
  const asked = JSON.stringify([current?.plan.id, current?.paidUntil, larger.map(({ id }) => id)])
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is asked says when to ask anew.
  useEffect(() => {
    let over = false
    setPreviews({})
    for (const { id } of larger) {
      shopApi.previewPlan(id).then(
        (preview) => over || setPreviews((known) => ({ ...known, [id]: preview })),
        // Its card says less then; who takes it is told why it cannot be had.
        (error: unknown) => console.info('Toile: no price of a larger plan', error),
      )
    }
    return () => {
      over = true
    }
  }, [asked])
  return previews
}
