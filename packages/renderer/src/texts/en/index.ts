import { arrange } from './arrange.ts'
import { cell } from './cell.ts'
import { board } from './board.ts'
import { calendar } from './calendar.ts'
import { chart } from './chart.ts'
import { conflict } from './conflict.ts'
import { control } from './control.ts'
import { file } from './file.ts'
import { filter } from './filter.ts'
import { form } from './form.ts'
import { map } from './map.ts'
import { moment } from './moment.ts'
import { operator } from './operator.ts'
import { record } from './record.ts'
import { table } from './table.ts'
import { tree } from './tree.ts'
import { value } from './value.ts'
import { why } from './why.ts'

export const en = {
  arrange,
  board,
  calendar,
  cell,
  chart,
  conflict,
  control,
  file,
  filter,
  form,
  map,
  moment,
  operator,
  record,
  table,
  tree,
  value,
  why,
}
