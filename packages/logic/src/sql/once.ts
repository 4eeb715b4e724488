import type { SqlArg } from '../operation.ts'
import { joinSql, sql } from './fragment.ts'
import type { SqlFragment } from './fragment.ts'

function isSimple(arg: SqlArg): boolean {
  return arg.literal !== undefined || arg.node.kind === 'path'
}

/** Fixed text: the name of the value at a place. */
function named(index: number): SqlFragment {
  return { strings: [`v${index}`], values: [] }
}

/**
 * For SQL that needs an argument several times: what is more than a column is computed once beside it. Written out
 * twice at every level, nested operations would keep PostgreSQL busy for ever; `offset 0` keeps it from writing them out.
 * `build` must use nothing but the values it is given.
 */
export function once(
  args: readonly SqlArg[],
  build: (...values: SqlFragment[]) => SqlFragment,
  value: (arg: SqlArg) => SqlFragment = (arg) => arg.value(),
): SqlFragment {
  if (args.every(isSimple)) return build(...args.map(value))
  const columns = args.map((arg, index) => sql`${value(arg)} as ${named(index)}`)
  const uses = args.map((arg, index) => (arg.literal ? value(arg) : sql`_o.${named(index)}`))
  return sql`(select ${build(...uses)} from (select ${joinSql(columns, sql`, `)} offset 0) as _o)`
}
