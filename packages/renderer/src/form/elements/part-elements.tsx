import type { ElementOf } from '@pipewright/metadata'
import { useOpenRecord } from '../../record/record-parts.ts'
import { AroundRecord } from './around-record.tsx'

/** What is to be done with the record shown, at a place of its form. */
export function TasksElement({ element }: { readonly element: ElementOf<'tasks'> }) {
  const parts = useOpenRecord()?.parts
  return parts === undefined ? null : <AroundRecord>{parts.tasks(element.related === true)}</AroundRecord>
}

/** What is attached to the record shown, at a place of its form. */
export function FilesElement({ element }: { readonly element: ElementOf<'files'> }) {
  const parts = useOpenRecord()?.parts
  return parts === undefined ? null : <AroundRecord>{parts.files(element.related === true)}</AroundRecord>
}

/** What happened to the record shown and is said about it, at a place of its form. */
export function TimelineElement({ element }: { readonly element: ElementOf<'timeline'> }) {
  const parts = useOpenRecord()?.parts
  return parts === undefined ? null : <AroundRecord>{parts.timeline(element.related === true)}</AroundRecord>
}
