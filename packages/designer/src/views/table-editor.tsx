import { TableSettingsForm, type SettingsParts } from '@pipewright/renderer'
import type { Form, TableSettings, View } from '@pipewright/schemas'
import { withoutEmpty } from '../documents/without-empty.ts'
import { LocalizedInput } from '../parts/localized-input.tsx'
import { PropertyGroup } from '../parts/property.tsx'
import { ConditionEditor } from '../rules/condition-editor.tsx'
import { useTexts } from '../texts/use-texts.ts'
import type { ViewChanges } from './view-shape.tsx'

/** A builder writes in both languages, and conditions as formulas too. */
const builderParts: SettingsParts = { Words: LocalizedInput, Which: ConditionEditor }

/** What a list without groups or totals of its own does not keep as empty lists; no quick filters is a choice. */
const plain = (settings: TableSettings): TableSettings | undefined => {
  const kept = Object.entries(settings).filter(
    ([name, value]) => name === 'quickFilters' || !Array.isArray(value) || value.length > 0,
  )
  return kept.length === 0 ? undefined : (Object.fromEntries(kept) as TableSettings)
}

/** How a table or tree of the app shows its records, by the same sheet that members have at their lists. */
export function TableEditor(props: {
  readonly form: Form
  readonly view: View
  readonly change: (changes: ViewChanges) => void
}) {
  const { form, view, change } = props
  const t = useTexts()
  return (
    <PropertyGroup title={t('views.arrangement')}>
      <TableSettingsForm
        form={form.key}
        columns={view.columns}
        tree={view.type === 'tree'}
        settings={view.table ?? {}}
        parts={builderParts}
        onChange={(next) => change({ table: plain(withoutEmpty({ ...view.table, ...next })) })}
      />
    </PropertyGroup>
  )
}
