import type { LayoutElement } from '@pipewright/schemas'
import { lazy, Suspense } from 'react'

// Forms without elements do not load what draws them.
const ElementView = lazy(async () => ({ default: (await import('./element-view.tsx')).ElementView }))

/** An element at its place in a section. */
export function FormElement({ element, span }: { readonly element: LayoutElement; readonly span: number }) {
  return (
    <div
      className="pw-field pw-element"
      data-element={element.key}
      style={{ gridColumn: span > 1 ? `span ${span}` : undefined }}
    >
      <Suspense fallback={null}>
        <ElementView element={element} />
      </Suspense>
    </div>
  )
}
