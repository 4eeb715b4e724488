import { ColumnList } from './column-list.tsx'
import { Density } from './density.tsx'
import { GroupList } from './group-list.tsx'
import { QuickFilterList } from './quick-filter-list.tsx'
import { RowColors } from './row-colors.tsx'
import type { ArrangeProps, SettingsProps } from './settings-parts.ts'
import './settings.css'

export type TableSettingsFormProps = ArrangeProps & Pick<SettingsProps, 'parts'>

/** All settings of a table, for a member at his list and for a builder at a view of the app. */
export function TableSettingsForm({ tree = false, ...props }: TableSettingsFormProps) {
  return (
    <>
      {!tree && <Density {...props} />}
      <RowColors {...props} />
      <QuickFilterList {...props} />
      {!tree && <GroupList {...props} />}
      {!tree && <ColumnList {...props} />}
    </>
  )
}
