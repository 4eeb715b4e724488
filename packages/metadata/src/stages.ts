import type { Form, Option, Stage } from '@pipewright/schemas'
import type { DefinitionIndex } from './definition-index.ts'

type Values = Readonly<Record<string, unknown>>

/** What is said about one stage of a form. */
export const stageOf = (form: Form, key: unknown): Stage | undefined =>
  form.stages?.find((stage) => stage.key === key)

/** The stages of the pipeline that a record follows, in order; undefined where every stage belongs to it. */
export function pipelineStages(form: Form, values: Values): readonly string[] | undefined {
  if (form.pipelineField === undefined) return undefined
  const chosen = values[form.pipelineField] ?? null
  return form.pipelines?.find((pipeline) => pipeline.key === chosen)?.stages
}

/** The stage options that a record passes, in the order of its pipeline. */
export function stageOptions(index: DefinitionIndex, form: Form, values: Values): readonly Option[] {
  const field = form.stageField === undefined ? undefined : index.field(form.key, form.stageField)?.field
  if (field === undefined) return []
  const options = index.options(field)
  const stages = pipelineStages(form, values)
  if (stages === undefined) return options
  return stages.flatMap((key) => options.find((option) => option.key === key) ?? [])
}

/** Whether a record may go from one stage to another, as far as its stage says. */
export function mayFollow(form: Form, from: unknown, to: unknown): boolean {
  const next = stageOf(form, from)?.next
  return next === undefined || from === to || next.some((key) => key === to)
}

/**
 * The stage that a record is put on by its pipeline when nobody said which: the first, unless the one it has belongs
 * to the pipeline. Undefined where nothing is to be set.
 */
export function firstStage(form: Form, values: Values): string | undefined {
  if (form.stageField === undefined) return undefined
  const stages = pipelineStages(form, values)
  const now = values[form.stageField] ?? null
  return stages === undefined || stages.some((key) => key === now) ? undefined : stages[0]
}

const dayMs = 86_400_000

/** Whole days a record has been in its stage; undefined while nobody knows since when. */
export function daysInStage(since: string | null | undefined, now: string): number | undefined {
  if (since === null || since === undefined) return undefined
  return Math.max(0, Math.floor((Date.parse(now) - Date.parse(since)) / dayMs))
}

/** By how many days a record has outstayed the time of its stage; undefined while it has not. */
export function daysOverdue(
  form: Form,
  record: { readonly values: Values; readonly stage_since?: string | null },
  now: string,
): number | undefined {
  if (form.stageField === undefined) return undefined
  const most = stageOf(form, record.values[form.stageField])?.days
  const days = daysInStage(record.stage_since, now)
  return most === undefined || days === undefined || days < most ? undefined : days - most
}
