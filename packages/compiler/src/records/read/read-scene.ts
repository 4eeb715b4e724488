import type { EvaluationContext, SqlFragment } from '@pipewright/logic'
import type { CompiledApp } from '../../app/compile-app.ts'
import type { CompiledForm } from '../../app/compiled-form.ts'
import { readableForm } from '../../rights/readable.ts'
import type { CompiledFormRights, Rights } from '../../rights/rights.ts'
import type { Issue } from '../issue.ts'
import { sqlScene, type SqlScene } from '../sql/sql-scene.ts'

/** Who reads what, when and where. There is no query without rights. */
export interface ReadScene {
  readonly app: CompiledApp
  readonly rights: Rights
  /** PostgreSQL schema of the workspace. */
  readonly schema: string
  readonly context: EvaluationContext
}

export interface PlanProblem {
  readonly code: 'not-found' | 'not-allowed' | 'bad-filter' | 'bad-request'
  readonly errors?: readonly Issue[]
}

export type Planned<T> = ({ readonly ok: true } & T) | { readonly ok: false; readonly problem: PlanProblem }

export const notFound: { readonly ok: false; readonly problem: PlanProblem } = {
  ok: false,
  problem: { code: 'not-found' },
}

export const badFilter = (errors: readonly Issue[]): { ok: false; problem: PlanProblem } => ({
  ok: false,
  problem: { code: 'bad-filter', errors },
})

/** One statement being made over one form. */
export interface FormReading {
  readonly form: CompiledForm
  readonly rights: CompiledFormRights
  readonly sql: SqlScene
  /** Alias of the form's table. */
  readonly base: SqlFragment
}

/** Opens a form for reading; undefined when it does not exist or may not be read. */
export function readForm(scene: ReadScene, key: string): FormReading | undefined {
  const form = scene.app.form(key)
  const rights = readableForm(scene.rights, key)
  if (form === undefined || rights === undefined) return undefined
  const { schema, context } = scene
  const opened = sqlScene({ schema, index: scene.app.index, context, rights: scene.rights })
  return { form, rights, sql: opened, base: opened.alias() }
}
