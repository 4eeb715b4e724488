import { lazy, Suspense, use } from 'react'
import { AlikeContext } from './use-alike.ts'

const AlikeList = lazy(async () => ({ default: (await import('./alike-list.tsx')).AlikeList }))

/** What looks the same, at the field that says so. */
export function AlikeHint({ field }: { readonly field: string }) {
  const alike = use(AlikeContext)
  if (alike?.at !== field) return null
  return (
    <Suspense fallback={null}>
      <AlikeList {...alike} />
    </Suspense>
  )
}
