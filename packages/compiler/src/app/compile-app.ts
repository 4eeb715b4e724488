import type { AppDefinition } from '@pipewright/schemas'
import { indexDefinition, type DefinitionIndex } from '@pipewright/metadata'
import type { Actor } from '../rights/actor.ts'
import { compileRights } from '../rights/compile-rights.ts'
import type { Rights } from '../rights/rights.ts'
import { compileForm, type CompiledForm } from './compiled-form.ts'
import { findDependents, type Dependent } from './dependents.ts'
import type { Figure } from './figures.ts'
import { findLookups, type Lookups } from './lookups.ts'
import { filteredRelations, type FilteredRelation } from './relation-filters.ts'

/** A published revision, prepared once for all requests. */
export interface CompiledApp {
  readonly definition: AppDefinition
  readonly revision: number
  readonly index: DefinitionIndex
  readonly lookups: Lookups
  readonly dependents: ReadonlyMap<string, readonly Dependent[]>
  /** Relations that only some records may be chosen for, by the form that holds them. */
  readonly filteredRelations: ReadonlyMap<string, readonly FilteredRelation[]>
  /** What formulas find in other forms, by its name. */
  readonly figures: ReadonlyMap<string, Figure>
  form(key: string): CompiledForm | undefined
  /** Rights of an actor; kept for actors that are alike. */
  rights(actor: Actor): Rights
}

const mostRights = 2000

function rightsCache(definition: AppDefinition): (actor: Actor) => Rights {
  const known = new Map<string, Rights>()
  return (actor) => {
    const key = JSON.stringify([actor.admin, actor.roles, actor.departmentId, actor.departmentTree])
    const found = known.get(key) ?? compileRights(definition, actor)
    if (known.size >= mostRights) known.clear()
    known.set(key, found)
    return found
  }
}

/** Prepares a revision: looked-up paths, order of calculation, who leans on whom. */
export function compileApp(definition: AppDefinition, revision: number): CompiledApp {
  const index = indexDefinition(definition)
  const lookups = findLookups(index)
  const forms = new Map(definition.forms.map((form) => [form.key, compileForm(index, lookups, form)]))
  const figures = [...forms.values()].flatMap((form) =>
    [form, ...form.items].flatMap((place) => [...place.figures.values()].flat()),
  )
  return {
    definition,
    revision,
    index,
    lookups,
    dependents: findDependents(index, forms),
    filteredRelations: Map.groupBy(filteredRelations(definition), ({ place }) => place.form),
    figures: new Map(figures.map((figure) => [figure.name, figure])),
    form: (key) => forms.get(key),
    rights: rightsCache(definition),
  }
}
