import type { Ahead } from '@pipewright/compiler'
import { partColumn } from '@pipewright/metadata'
import type { Connection, Statement } from '../connection/connection.ts'
import { DatabaseError } from '../connection/database-error.ts'
import { quoteIdent, quoteTable } from '../connection/quote-ident.ts'
import { prepared } from '../connection/statement.ts'
import { isIdentity } from './get-record.ts'
import type { Scene } from './scene.ts'

/** What is about to be written, as far as it is known before anything is read. */
export interface Writing {
  /** Records as they are stored; none when they are new. */
  readonly ids: readonly string[]
  /** What each write brings. */
  readonly values: readonly unknown[]
}

const isObject = (values: unknown): values is Readonly<Record<string, unknown>> =>
  typeof values === 'object' && values !== null && !Array.isArray(values)

function named(values: unknown, relation: string): string[] {
  if (!isObject(values)) return []
  const value = values[relation]
  const each: readonly unknown[] = Array.isArray(value) ? value : [value]
  return each.filter((one): one is string => typeof one === 'string' && isIdentity(one))
}

/** Ids of the records at the end of each path, from those that lie stored and those that are brought. */
function targetsSql(schema: string, { paths }: Ahead, given: (relation: string) => string): string {
  return paths
    .map((hops) =>
      hops.reduce((before, { key, table, link }, position) => {
        const [column, owner, from] =
          link === undefined
            ? [quoteIdent(partColumn(key)), 'id', quoteTable(schema, table)]
            : ['target', 'parent', quoteTable(schema, link)]
        const stored = `select ${column} from ${from} where ${owner} = any(${before})`
        return `array(${position === 0 ? `${stored} union all select unnest(${given(key)}::uuid[])` : stored})`
      }, '$1::uuid[]'),
    )
    .join(' || ')
}

interface Held {
  readonly locking: Statement
  /** Which records it would be by now. */
  readonly looking: Statement
}

function heldFor(scene: Scene, ahead: Ahead, { ids, values }: Writing): Held | undefined {
  const { schema } = scene.workspace
  const bound: unknown[] = [ids]
  const given = (relation: string): string =>
    `$${bound.push([...new Set(values.flatMap((each) => named(each, relation)))].toSorted())}`
  const targets = targetsSql(schema, ahead, given)
  if (bound.every((list) => Array.isArray(list) && list.length === 0)) return undefined
  const text = `select id from ${quoteTable(schema, ahead.table)} where id = any(${targets})`
  const lock = ahead.changes ? 'for no key update' : 'for share'
  return {
    locking: prepared({ text: `${text} order by id ${lock}`, values: bound }),
    looking: prepared({ text, values: bound }),
  }
}

const isInert = (values: unknown, inert: ReadonlySet<string>): boolean =>
  isObject(values) && Object.keys(values).every((key) => inert.has(key))

function allHeld(scene: Scene, form: string, writing: Writing): Held[] {
  const { ids, values } = writing
  const order = scene.app.lockOrders.get(form)
  if (order === undefined || order.ahead.length === 0) return []
  if (ids.length > 0 && values.length > 0 && values.every((each) => isInert(each, order.inert))) return []
  return order.ahead.flatMap((ahead) => heldFor(scene, ahead, writing) ?? [])
}

type Ids = readonly { readonly id: string }[]

/**
 * Goes on with a write when it holds what stands above the records that are written, from the top down, so that it does
 * not meet one that comes down from there. All statements are sent at once; the server answers them in order. When
 * something above was given to another while this waited for it, the transaction begins anew.
 */
export async function lockAhead<T>(
  tx: Connection,
  scene: Scene,
  form: string,
  writing: Writing,
  goOn: () => Promise<T>,
): Promise<T> {
  const all = allHeld(scene, form, writing)
  if (all.length === 0) return goOn()
  const locking = all.map((each) => tx.query<Ids[number]>(each.locking))
  const going = goOn()
  const looking = all.map((each) => tx.query<Ids[number]>(each.looking))
  const [held, answer, seen] = await Promise.all([Promise.all(locking), going, Promise.all(looking)])
  const isHeld = (rows: Ids, position: number) => {
    const known = new Set(held[position]?.map(({ id }) => id))
    return rows.every(({ id }) => known.has(id))
  }
  if (!seen.every(isHeld)) throw new DatabaseError('serialization', 'what stands above was changed meanwhile')
  return answer
}
