import { type ComponentProps, lazy, Suspense } from 'react'

const Shop = lazy(async () => ({ default: (await import('./shop')).Shop }))

/** The shop, read in when it is first opened: who only looks at a balance or a gallery does not wait for it. */
export function ShopLater(props: ComponentProps<typeof Shop>) {
  return (
    <Suspense>
      <Shop {...props} />
    </Suspense>
  )
}
