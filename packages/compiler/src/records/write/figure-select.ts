import { param, sql, toSql, type SqlFragment, type SqlType, type ValueType } from '@pipewright/logic'
import type { Figure } from '../../app/figures.ts'
import { formScope } from '../../app/form-scope.ts'
import { expressionType } from '../../app/value-type.ts'
import { linkedName, type LinkedRollup } from '../../app/linked-rollups.ts'
import { formLooks, rollupSql } from '../sql/column-sql.ts'
import { jsonValueSql } from '../sql/json-sql.ts'
import { asSystem, type SqlScene } from '../sql/sql-scene.ts'

const sqlTypes: Readonly<Record<Exclude<ValueType['kind'], 'list'>, SqlFragment>> = {
  text: sql`text`,
  number: sql`numeric`,
  boolean: sql`boolean`,
  date: sql`date`,
  dateTime: sql`timestamptz`,
  time: sql`time`,
  record: sql`uuid`,
  null: sql`text`,
  any: sql`text`,
}

/** A value of the own record, from the text that names them all. */
function inputSql(name: string, type: ValueType): SqlFragment {
  const key = param(name, 'text' satisfies SqlType)
  if (type.kind !== 'list') return sql`(f.input ->> ${key})::${sqlTypes[type.kind]}`
  const of = type.of.kind === 'list' ? sql`text` : sqlTypes[type.of.kind]
  return sql`array(select jsonb_array_elements_text(case jsonb_typeof(f.input -> ${key}) when 'array' then f.input -> ${key} else '[]' end))::${of}[]`
}

/** A value, or a list of such, as it travels in JSON. */
function travelling(value: SqlFragment, type: ValueType): SqlFragment {
  if (type.kind !== 'list') return jsonValueSql({ sql: value, type })
  return sql`(select jsonb_agg(${jsonValueSql({ sql: sql`e.v`, type: type.of })} order by e.n) from unnest(${value}) with ordinality as e(v, n))`
}

/** What a rollup is for each of several lists of ids, which are the ids of these related rows. */
export function linkedSelect(
  scene: SqlScene,
  { form, field }: LinkedRollup,
  inputs: SqlFragment,
): SqlFragment {
  const system = asSystem(scene)
  const value = rollupSql(system, sql`f`, { form }, field, sql`f.ids`)
  const travels = travelling(value, expressionType(field, form, false))
  return sql`select ${param(linkedName(form, field.key), 'text')} as form, f.id as id, true as readable, jsonb_build_object('value', ${travels}) as values from (select i.id, array(select e.v::uuid from jsonb_array_elements_text(i.id::jsonb) with ordinality as e(v, n) order by e.n) as ids from unnest(${inputs}) as i(id) offset 0) as f`
}

/** What a figure is for each of several inputs, as rows of related values; the inputs are their ids. */
export function figureSelect(scene: SqlScene, figure: Figure, inputs: SqlFragment): SqlFragment {
  const system = asSystem(scene)
  const scope = formScope(system.index, figure.place)
  const found = toSql(figure.expression, {
    context: system.context,
    column(path) {
      const type = scope.resolve(path)
      return type === undefined ? undefined : { sql: inputSql(path.join('.'), type), type }
    },
    ...formLooks(system),
  })
  if (!found.ok) throw new TypeError(`${figure.name} has no SQL: ${found.problems[0]?.code ?? ''}`)
  const value = travelling(found.sql, found.type)
  return sql`select ${param(figure.name, 'text')} as form, f.id as id, true as readable, jsonb_build_object('value', ${value}) as values from (select i.id, i.id::jsonb as input from unnest(${inputs}) as i(id) offset 0) as f`
}
