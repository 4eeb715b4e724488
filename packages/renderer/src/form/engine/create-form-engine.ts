import type { JsonValue, Values } from '@pipewright/contract'
import { compileApp, valueAt, valueToStart, type CompiledApp, type StartSources } from '@pipewright/compiler'
import { inStartOrder, relationsIn } from '@pipewright/metadata'
import type { CompiledForm } from '@pipewright/compiler'
import type { AppDefinition } from '@pipewright/schemas'
import { withLookups } from './calculate-one.ts'
import { checkRecord, unfitIssues } from './check-record.ts'
import { fieldIssue } from './field-issue.ts'
import { deriveRecord } from './derive-record.ts'
import { filledBy } from './filled-by.ts'
import type { EngineScene, FormEngine } from './form-engine.ts'

const apps = new WeakMap<AppDefinition, CompiledApp>()

function compiledForm(definition: AppDefinition, key: string): CompiledForm | undefined {
  const app = apps.get(definition) ?? compileApp(definition, 0)
  apps.set(definition, app)
  return app.form(key)
}

/** Prepares a form ahead of its first opening; costs as much as a form of hundreds of fields is large. */
export function warmForm(definition: AppDefinition, key: string): void {
  compiledForm(definition, key)
}

function defaultsOf(scene: EngineScene, form: CompiledForm, given: Values, sources: StartSources): Values {
  const values: Values = { ...given }
  for (const field of inStartOrder(form.form, [...form.fields.values()])) {
    if (Object.hasOwn(given, field.key)) continue
    const data = withLookups(scene, form, values)
    const value = valueToStart(form, field, sources, data, scene.context)
    if (value !== undefined) values[field.key] = value as JsonValue
  }
  return values
}

/** The rules, formulas and checks of a form for one reader; null when the definition has no such form. */
export function createFormEngine(scene: EngineScene): FormEngine | null {
  const form = compiledForm(scene.index.definition, scene.form.key)
  if (form === undefined) return null
  return {
    fields: form.fields,
    calculated: scene.calculated,
    filled(values, relation) {
      const field = form.fields.get(relation)
      const named = field && relationsIn([field]).find(({ key }) => valueAt(values, key) !== null)
      return named === undefined ? {} : filledBy(scene, form, named, values)
    },
    startsBy: form.form.start?.types === undefined ? undefined : form.form.typeField,
    defaults: (given, sources = {}) => defaultsOf(scene, form, given, sources),
    derive: (values, old) => deriveRecord(scene, form, values, old),
    unfit: (derived, old) =>
      unfitIssues(scene, form, derived, old).map((issue) => fieldIssue(issue, scene.locale)),
    check: (derived, old, only) => checkRecord(scene, form, derived, old, only),
  }
}
