import type { TableSettings } from '@pipewright/schemas'
import type { MaskScope } from './mask-scope.ts'

/** The settings of a table as far as a reader may hear of the fields they name. */
export function maskTable(scope: MaskScope, form: string, table: TableSettings): TableSettings {
  const known = (path: string) => scope.path(form, path)
  const { wrap, widths, groups, summaries, rowColors, quickFilters, ...rest } = table
  return {
    ...rest,
    ...(wrap === undefined ? {} : { wrap: wrap.filter(known) }),
    ...(widths === undefined ? {} : { widths: widths.filter(({ field }) => known(field)) }),
    ...(groups === undefined ? {} : { groups: groups.filter(({ field }) => known(field)) }),
    ...(summaries === undefined ? {} : { summaries: summaries.filter(({ field }) => known(field)) }),
    ...(rowColors === undefined
      ? {}
      : { rowColors: rowColors.filter(({ when }) => scope.expression(form, when)) }),
    ...(quickFilters === undefined
      ? {}
      : {
          quickFilters: quickFilters.filter((quick) =>
            'field' in quick ? known(quick.field) : scope.expression(form, quick.filter),
          ),
        }),
  }
}
