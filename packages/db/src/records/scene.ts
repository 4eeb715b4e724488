import type { Actor, CompiledApp, Device, ReadScene, Rights } from '@pipewright/compiler'
import type { EvaluationContext, SqlFragment } from '@pipewright/logic'
import type { Connection } from '../connection/connection.ts'
import { prepared, toStatement } from '../connection/statement.ts'
import type { WorkspaceRef } from '../connection/workspace-ref.ts'

/** Who works in which workspace by which revision, and when. */
export interface Scene {
  readonly workspace: WorkspaceRef
  readonly app: CompiledApp
  readonly rights: Rights
  readonly actor: Actor
  /** What the request said it is made on, for rules that ask. */
  readonly device?: Device
  /** UUIDv7 of what is done, where its member may undo it as one. */
  readonly changeSet?: string
  /** UTC instant, RFC 3339 with milliseconds. */
  readonly now: string
  /** More records than this follow a change in a job of their own; 10,000 by itself. */
  readonly mostFollowing?: number
  /** What is done is undone whatever comes of it: nothing of it is written down for later. */
  readonly isRehearsal?: boolean
  /** UUIDv7. */
  newId(): string
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** No zone begins its day at another moment than one of these. */
const quarterMs = 15 * 60_000
const days = new Map<string, { readonly quarter: number; readonly day: string }>()

/** The day it is in a zone, "YYYY-MM-DD". */
export function dayIn(zone: string, now: string): string {
  const quarter = Math.floor(Date.parse(now) / quarterMs)
  const known = days.get(zone)
  if (known?.quarter === quarter) return known.day
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' })
  formats.set(zone, format)
  const day = format.format(new Date(now))
  days.set(zone, { quarter, day })
  return day
}

export function contextOf({ actor, now }: Scene): EvaluationContext {
  const { zone, calendar, memberId, departmentId, departmentTree: departments, team, roles } = actor
  const clock = () => performance.now()
  const base = { now, today: dayIn(zone, now), zone, me: memberId, departments, team, roles, clock }
  const counted = calendar === undefined ? base : { ...base, calendar }
  return departmentId === null ? counted : { ...counted, department: departmentId }
}

export const readSceneOf = (scene: Scene): ReadScene => ({
  app: scene.app,
  rights: scene.rights,
  schema: scene.workspace.schema,
  context: contextOf(scene),
})

/** Runs a planned statement; its text comes again and again, so it is prepared. */
export const run = <Row = Record<string, unknown>>(
  connection: Connection,
  fragment: SqlFragment,
): Promise<Row[]> => connection.query<Row>(prepared(toStatement(fragment)))

/**
 * Runs a planned statement whose best way depends on its values: how common a word is, how many records change. A
 * prepared one would soon be planned without looking at them.
 */
export const runOnce = <Row = Record<string, unknown>>(
  connection: Connection,
  fragment: SqlFragment,
): Promise<Row[]> => connection.query<Row>(toStatement(fragment))
