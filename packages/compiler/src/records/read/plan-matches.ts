import { mayReadField } from '../../rights/readable.ts'
import { joinSql, param, sql, type SqlFragment } from '@pipewright/logic'
import { keysBy, matchesAsked, type CompiledMatch } from '../../matching/match-keys.ts'
import { shownSql } from '../sql/column-sql.ts'
import { columnOfAlias, tableOfScene } from '../sql/sql-scene.ts'
import { ownTitleSql } from '../sql/title-sql.ts'
import { notFound, readForm, type FormReading, type Planned, type ReadScene } from './read-scene.ts'
import { fromForm, mayList } from './record-select.ts'
import { whereSql } from './where.ts'

/** More are not told by name; that there are more is. */
export const mostMatches = 10

export interface MatchRequest {
  readonly values: Readonly<Record<string, unknown>>
  /** The record that is being changed. */
  readonly except?: string | undefined
  /** Fields a conversion compares by; by itself the rules of the form. */
  readonly fields?: readonly string[] | undefined
}

export interface MatchPlan {
  /** Of each record `id`, `title`, the `keys` it has in common, the `texts` of compared fields and whether it `may_update`; one more than are told. */
  readonly statement: SqlFragment | undefined
  /** Whether a record that the reader may not see looks the same, and its `owner`: where the form says that it is told. */
  readonly hidden: SqlFragment | undefined
  readonly matches: readonly CompiledMatch[]
}

/** Rules of which the reader may read every field, as far as they compare by what he may read. */
export const readableMatches = ({ form, rights }: FormReading): readonly CompiledMatch[] =>
  form.matches.filter(({ compare }) =>
    compare.every(({ fields }) => fields.every(({ key }) => mayReadField(rights, key))),
  )

/** The text of each compared field, for whoever looks at what was found. */
export function comparedTexts(reading: FormReading, matches: readonly CompiledMatch[]): SqlFragment {
  const keys = new Set(
    matches.flatMap(({ compare }) => compare.flatMap(({ fields }) => fields.map(({ key }) => key))),
  )
  const texts = [...keys].flatMap((key) => {
    const shown = shownSql(reading.sql, reading.base, reading.form.place, [key])
    return shown === undefined ? [] : [sql`${param(key, 'text')}, ${shown}`]
  })
  return texts.length === 0 ? sql`'{}'::jsonb` : sql`jsonb_build_object(${joinSql(texts, sql`, `)})`
}

/** All but the record itself and those that were told apart from it. */
function exceptSql({ base, sql: scene }: FormReading, record: string): SqlFragment {
  const [id, own] = [columnOfAlias(base, 'id'), param(record, 'uuid')]
  const apart = sql`select 1 from ${tableOfScene(scene, '_told_apart')} p where p.one = least(${id}, ${own}) and p.other = greatest(${id}, ${own})`
  return sql` and ${id} <> ${own} and not exists (${apart})`
}

/** Which records the reader may not see and may be told of all the same, without their names; undefined where the form does not say so. */
export function concealedSql(reading: FormReading): SqlFragment | undefined {
  const all = whereSql(
    { ...reading, rights: { ...reading.rights, predicates: { ...reading.rights.predicates, read: true } } },
    {},
  )
  const own = whereSql(reading, {})
  if (reading.form.form.matching?.tellHidden !== true || reading.rights.predicates.read === true)
    return undefined
  return all.ok && own.ok ? sql`${all.sql} and (${own.sql}) is not true` : undefined
}

function hiddenSql(
  reading: FormReading,
  keys: readonly string[],
  except: SqlFragment,
): SqlFragment | undefined {
  const concealed = concealedSql(reading)
  if (concealed === undefined) return undefined
  const { base } = reading
  return sql`select distinct ${columnOfAlias(base, 'owner')} as owner from ${fromForm(reading)} where ${concealed} and ${columnOfAlias(base, '_match')} && ${param([...keys], 'text', true)}${except} limit ${param(mostMatches, 'int')}`
}

/** Records that may be the same thing as what is being typed. Only what may be seen, by fields that may be read. */
export function planMatches(scene: ReadScene, formKey: string, request: MatchRequest): Planned<MatchPlan> {
  const reading = readForm(scene, formKey)
  if (reading === undefined) return notFound
  const readable = readableMatches(reading)
  const matches =
    request.fields === undefined ? readable.filter(({ own }) => own) : matchesAsked(readable, request.fields)
  const keys = matches.flatMap((match) => keysBy(match, request.values))
  const where = whereSql(reading, {})
  if (keys.length === 0 || !where.ok) return { ok: true, statement: undefined, hidden: undefined, matches }
  const { base } = reading
  const wanted = param(keys, 'text', true)
  const except = request.except === undefined ? sql`` : exceptSql(reading, request.except)
  const title = ownTitleSql(reading.sql, base, reading.form.key)
  const [update] = mayList(reading)
  const match = columnOfAlias(base, '_match')
  const common = sql`array(select k from unnest(${match}) as k where k = any(${wanted}))`
  const id = columnOfAlias(base, 'id')
  // However common the planner thinks it is: what is in common is found by its index.
  const found = sql`with found as materialized (select ${id} as id from ${fromForm(reading)} where ${where.sql} and ${match} && ${wanted}${except})`
  const first = sql`array(select id from found order by id limit ${param(mostMatches + 1, 'int')})`
  const statement = sql`${found} select ${id} as id, ${title} as title, ${common} as keys, ${comparedTexts(reading, matches)} as texts, ${update ?? sql`false as may_update`} from ${fromForm(reading)} where ${id} = any(${first}) order by ${id}`
  return { ok: true, statement, hidden: hiddenSql(reading, keys, except), matches }
}
