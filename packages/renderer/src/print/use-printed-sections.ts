import type { RecordAnswer } from '@pipewright/contract'
import { withLayout, type DefinitionIndex } from '@pipewright/metadata'
import type { Expression, Section } from '@pipewright/schemas'
import { useMemo } from 'react'
import { useRenderer } from '../environment/use-renderer.ts'
import type { Derived } from '../form/engine/form-engine.ts'
import { useFormEngine } from '../form/engine/use-form-engine.ts'
import {
  holdsSomething,
  isPlacedField,
  placeSections,
  withItems,
  type PlacedItem,
} from '../form/form-sections.ts'
import { listFilter } from '../form/list/list-filter.ts'
import type { RecordPrintProps } from './record-print.tsx'

type PrintScene = Pick<RecordPrintProps, 'form' | 'layout' | 'record' | 'rights'>

/** What rules keep out of sight on the screen stays out of sight on paper; and what lists compare with. */
function useDerived({ form, rights, record }: PrintScene, ready: boolean) {
  const engine = useFormEngine(form.key, rights)
  return useMemo(() => {
    const derived = ready ? engine?.derive(record.values, record.values) : undefined
    return {
      fields: derived?.hidden,
      sections: derived?.hiddenSections,
      elements: derived?.hiddenElements,
      subject: derived?.ruled.subject,
    }
  }, [engine, ready, record.values])
}

function filterOf(
  index: DefinitionIndex,
  record: RecordAnswer,
  { list }: Section,
  subject: Derived['ruled']['subject'] | undefined,
): Expression | null {
  if (list === undefined || subject === undefined) return null
  return listFilter(index, list, { ...subject.record, id: record.id }, subject.context)
}

/** The sections of the layout with what is printed of them, and what chooses the records of their lists. */
export function usePrintedSections(props: PrintScene, ready: boolean) {
  const { form, layout, rights } = props
  const { index } = useRenderer()
  const hidden = useDerived(props, ready)
  const isShown = (item: PlacedItem) =>
    isPlacedField(item)
      ? hidden.fields?.has(item.field.key) !== true
      : hidden.elements?.has(item.element.key) !== true
  return placeSections(withLayout(form, layout), rights)
    .filter(({ section }) => hidden.sections?.has(section.key) !== true)
    .map(({ section, items }) => withItems(section, items.filter(isShown)))
    .filter(
      (placed) => (placed.items.length > 0 || placed.section.list !== undefined) && holdsSomething(placed),
    )
    .map(({ section, items }) => ({
      section,
      items,
      filter: filterOf(index, props.record, section, hidden.subject),
    }))
}
