import { joinSql, param, sql, type SqlFragment } from '@pipewright/logic'
import { columnOfAlias, tableOfScene } from '../sql/sql-scene.ts'
import { ownTitleSql } from '../sql/title-sql.ts'
import { readForm, type FormReading, type ReadScene } from './read-scene.ts'
import { fromForm } from './record-select.ts'
import { whereSql } from './where.ts'

/** Which records of the recycle bin, over all forms. */
export interface BinNarrowing {
  readonly forms?: readonly string[] | undefined
  /** Who put them there. */
  readonly member?: string | undefined
  /** UTC instants; until is not meant itself. */
  readonly since?: string | undefined
  readonly until?: string | undefined
  readonly search?: string | undefined
  readonly ids?: readonly string[] | undefined
  readonly except?: readonly string[] | undefined
  /** Only what the reader may delete for good. */
  readonly purge?: boolean | undefined
}

/** Behind which record a page begins. */
export interface BinMark {
  readonly at: string
  readonly id: string
}

/** The forms of which somebody sees the recycle bin, with a filter that each of them can be read with. */
function readings(scene: ReadScene, { forms, purge }: BinNarrowing): FormReading[] {
  return scene.app.definition.forms.flatMap(({ key }) => {
    if (forms !== undefined && !forms.includes(key)) return []
    const reading = readForm(scene, key)
    if (reading?.rights.delete !== true || (purge === true && reading.rights.purge !== true)) return []
    return [reading]
  })
}

/** What lies in the recycle bin of one form: its row `g` of the bin beside the record. */
function fromBin(reading: FormReading, narrowing: BinNarrowing, after: BinMark | undefined): SqlFragment {
  const { base, form, sql: opened } = reading
  const { member, since, until, search, ids, except } = narrowing
  const where = whereSql(reading, { deleted: true, search, ids, except })
  const conditions = [
    sql`g.form = ${param(form.key, 'text')}`,
    ...(member === undefined ? [] : [sql`g.member = ${param(member, 'uuid')}`]),
    ...(since === undefined ? [] : [sql`g.at >= ${param(since, 'timestamptz')}`]),
    ...(until === undefined ? [] : [sql`g.at < ${param(until, 'timestamptz')}`]),
    ...(after === undefined
      ? []
      : [sql`(g.at, g.record) < (${param(after.at, 'timestamptz')}, ${param(after.id, 'uuid')})`]),
    where.ok ? where.sql : sql`false`,
  ]
  return sql`from ${tableOfScene(opened, '_gone')} g join ${fromForm(reading)} on ${columnOfAlias(base, 'id')} = g.record where ${joinSql(conditions, sql` and `)}`
}

/** A page of the recycle bin in one statement, what was deleted last first; undefined where there is none to see. */
export function planBin(
  scene: ReadScene,
  narrowing: BinNarrowing,
  { after, limit }: { readonly after: BinMark | undefined; readonly limit: number },
): SqlFragment | undefined {
  const most = sql`limit ${param(limit, 'int')}`
  const selects = readings(scene, narrowing).map((reading) => {
    const { base, form, sql: opened } = reading
    const title = ownTitleSql(opened, base, form.key)
    const along = sql`(select count(*)::int from ${tableOfScene(opened, '_gone')} w where w.root = g.record)`
    return sql`(select g.form, g.record as id, g.at, g.member, g.root, ${along} as along, ${title} as title, ${columnOfAlias(base, 'version')} as version ${fromBin(reading, narrowing, after)} order by g.at desc, g.record desc ${most})`
  })
  return selects.length === 0
    ? undefined
    : sql`select * from (${joinSql(selects, sql` union all `)}) as found order by at desc, id desc ${most}`
}

/** The same records as `form` and `id`, without end and in no order. */
export function planBinSelection(scene: ReadScene, narrowing: BinNarrowing): SqlFragment | undefined {
  const selects = readings(scene, narrowing).map(
    (reading) => sql`select g.form, g.record as id, g.at ${fromBin(reading, narrowing, undefined)}`,
  )
  return selects.length === 0 ? undefined : joinSql(selects, sql` union all `)
}
