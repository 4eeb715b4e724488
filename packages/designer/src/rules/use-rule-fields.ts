import { elementName, elementsOf, isWritable, sectionsOf } from '@pipewright/metadata'
import type { Field, Form } from '@pipewright/schemas'
import type { PathOption } from '../documents/use-paths.ts'
import { useLocalized } from '../environment/use-localized.ts'
import { useTexts } from '../texts/use-texts.ts'
import { fieldsOfRule, hasOptions } from './new-rule.ts'

export interface RuleFields {
  /** Those somebody fills in. */
  readonly own: readonly PathOption[]
  /** Columns of line items beside them. */
  readonly all: readonly PathOption[]
  /** Those with options. */
  readonly choices: readonly PathOption[]
  readonly sections: readonly PathOption[]
  /** Headings, texts, buttons and other elements of the layouts. */
  readonly elements: readonly PathOption[]
}

interface Column extends PathOption {
  readonly field: Field
}

/** Columns of line items, and those of the rows inside them. */
function columnsIn(
  { path, field }: { readonly path: string; readonly field: Field },
  name: string,
  read: ReturnType<typeof useLocalized>,
): Column[] {
  if (field.type !== 'lineItems') return []
  return field.fields.flatMap((column) => {
    const own = { value: `${path}.${column.key}`, label: `${name} › ${read(column.label)}`, field: column }
    return [own, ...columnsIn({ path: own.value, field: column }, own.label, read)]
  })
}

/** What a rule can act on, with the names people know. */
export function useRuleFields(form: Form, rows?: string): RuleFields {
  const read = useLocalized()
  const t = useTexts()
  const found = fieldsOfRule(form, rows)
  const option = ({ path, field }: (typeof found)[number]): PathOption => ({
    value: path,
    label: read(field.label),
  })
  const columns = found.flatMap((each) => columnsIn(each, read(each.field.label), read))
  const named = ({ value, label }: Column): PathOption => ({ value, label })
  return {
    own: found.filter(({ field }) => isWritable(field) && field.type !== 'lineItems').map(option),
    all: [...found.map(option), ...columns.map(named)],
    choices: [
      ...found.filter(({ field }) => hasOptions(field)).map(option),
      ...columns.filter(({ field }) => hasOptions(field)).map(named),
    ],
    sections:
      rows === undefined
        ? sectionsOf(form).map(({ key, label }, position) => ({
            value: key,
            label: read(label) || t('rules.section', { number: position + 1 }),
          }))
        : [],
    elements:
      rows === undefined
        ? elementsOf(form).map((element) => ({ value: element.key, label: read(elementName(element)) }))
        : [],
  }
}
