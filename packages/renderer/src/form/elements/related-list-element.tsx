import type { ElementOf } from '@pipewright/metadata'
import { useOpenRecord } from '../../record/record-parts.ts'
import { RelatedList } from '../../record/related/related-list.tsx'
import { AroundRecord } from './around-record.tsx'

/** Records that point to the one shown, at a place of its form. */
export function RelatedListElement({ element }: { readonly element: ElementOf<'relatedList'> }) {
  const open = useOpenRecord()
  if (open === null) return null
  return (
    <AroundRecord>
      <RelatedList
        list={element.list}
        record={open.record}
        from={open.form}
        onCreate={open.onCreateRelated}
      />
    </AroundRecord>
  )
}
