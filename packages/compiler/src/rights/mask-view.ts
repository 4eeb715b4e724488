import { everyViewSetting, viewKinds } from '@pipewright/metadata'
import type { View } from '@pipewright/schemas'
import type { MaskScope } from './mask-scope.ts'
import { maskTable } from './mask-table.ts'

/** A view as far as its fields may be known; nothing of it where it could not be drawn without the others. */
export function maskView(scope: MaskScope, view: View): View[] {
  const { form } = view
  const known = (path: string) => scope.path(form, path)
  if (!scope.form(form) || !scope.expression(form, view.filter)) return []
  const hidden = everyViewSetting.filter((setting) => {
    const path = view[setting]
    return path !== undefined && !known(path)
  })
  const { required } = viewKinds[view.type]
  if (required.some((setting) => view[setting] === undefined || hidden.includes(setting))) return []
  const columns = view.columns.filter(known)
  if (columns.length === 0) return []
  const { sort, sums, table, ...rest } = view
  for (const setting of hidden) delete rest[setting]
  return [
    {
      ...rest,
      columns,
      ...(sort === undefined ? {} : { sort: sort.filter((key) => known(key.field)) }),
      ...(sums === undefined ? {} : { sums: sums.filter(known) }),
      ...(table === undefined ? {} : { table: maskTable(scope, form, table) }),
    },
  ]
}
