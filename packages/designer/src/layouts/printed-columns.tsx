import { isFieldItem } from '@pipewright/metadata'
import type { Field, FieldItem, Form, FormLayout } from '@pipewright/schemas'
import { useDesign } from '../environment/design-context.ts'
import { FieldListProperty } from '../parts/field-list-property.tsx'
import { useTexts } from '../texts/use-texts.ts'

function withColumns(layout: FormLayout, field: string, columns: readonly string[]): FormLayout {
  const change = ({ field: own, width }: FieldItem): FieldItem => ({
    field: own,
    ...(width !== undefined && { width }),
    ...(columns.length > 0 && { columns: [...columns] }),
  })
  const sections = layout.layout.sections.map((section) => ({
    ...section,
    items: section.items.map((item) => (isFieldItem(item) && item.field === field ? change(item) : item)),
  }))
  return { ...layout, layout: { ...layout.layout, sections } }
}

/** Which columns of line items the open layout for paper prints. */
export function PrintedColumns({ form, field }: { readonly form: Form; readonly field: Field }) {
  const t = useTexts()
  const { edit, layout } = useDesign()
  const open = form.layouts?.find(({ key }) => key === layout)
  if (open?.print !== true || field.type !== 'lineItems') return null
  const item = open.layout.sections
    .flatMap(({ items }) => items.filter(isFieldItem))
    .find((one) => one.field === field.key)
  if (item === undefined) return null
  return (
    <FieldListProperty
      label={t('layouts.columns')}
      help={t('layouts.columnsHelp')}
      fields={field.fields}
      value={item.columns}
      most={100}
      onChange={(columns) =>
        edit({ type: 'putLayout', form: form.key, formLayout: withColumns(open, field.key, columns) })
      }
    />
  )
}
