import type { AppDefinition } from '@pipewright/schemas'
import { indexDefinition, type DefinitionIndex } from '@pipewright/metadata'
import type { Actor } from '../rights/actor.ts'
import { compileRights } from '../rights/compile-rights.ts'
import type { Rights } from '../rights/rights.ts'
import { compileForm, type CompiledForm } from './compiled-form.ts'
import { findDependents, type Dependent } from './dependents.ts'
import type { Figure } from './figures.ts'
import { linkedRollups, type LinkedRollup } from './linked-rollups.ts'
import { lockOrders, type LockOrder } from './lock-order.ts'
import { findLookups, type Lookups } from './lookups.ts'
import { once } from './once.ts'
import { filteredRelations, type FilteredRelation } from './relation-filters.ts'

/** A published revision, prepared once for all requests. */
export interface CompiledApp {
  readonly definition: AppDefinition
  readonly revision: number
  readonly index: DefinitionIndex
  readonly lookups: Lookups
  readonly dependents: ReadonlyMap<string, readonly Dependent[]>
  /** What writers hold before the record itself, by its form. */
  readonly lockOrders: ReadonlyMap<string, LockOrder>
  /** Relations that only some records may be chosen for, by the form that holds them. */
  readonly filteredRelations: ReadonlyMap<string, readonly FilteredRelation[]>
  /** What formulas find in other forms, by its name. */
  readonly figures: ReadonlyMap<string, Figure>
  /** Rollups over own relations to many, by the name of what they come to. */
  readonly linked: ReadonlyMap<string, LinkedRollup>
  form(key: string): CompiledForm | undefined
  /** Rights of an actor; kept for actors that are alike. */
  rights(actor: Actor): Rights
}

const mostRights = 2000

function rightsCache(definition: AppDefinition): (actor: Actor) => Rights {
  const known = new Map<string, Rights>()
  return (actor) => {
    const key = JSON.stringify([
      actor.admin,
      actor.roles,
      actor.departmentId,
      actor.departmentTree,
      actor.shared ?? [],
    ])
    const found = known.get(key) ?? compileRights(definition, actor)
    if (known.size >= mostRights) known.clear()
    known.set(key, found)
    return found
  }
}

const figuresOf = (forms: readonly CompiledForm[]): CompiledApp['figures'] =>
  new Map(
    forms
      .flatMap((form) => [form, ...form.allItems].flatMap((place) => [...place.figures.values()].flat()))
      .map((figure) => [figure.name, figure]),
  )

/** A form is prepared when it is first asked for: a browser opens one of many. */
function compiledOnce(index: DefinitionIndex, lookups: Lookups): (key: string) => CompiledForm | undefined {
  const compiled = new Map<string, CompiledForm>()
  return (key) => {
    const known = compiled.get(key)
    const form = known === undefined ? index.form(key) : undefined
    if (form === undefined) return known
    const fresh = compileForm(index, lookups, form)
    compiled.set(key, fresh)
    return fresh
  }
}

/** Prepares a revision: looked-up paths, order of calculation, who leans on whom. */
export function compileApp(definition: AppDefinition, revision: number): CompiledApp {
  const index = indexDefinition(definition)
  const lookups = findLookups(index)
  const forms = compiledOnce(index, lookups)
  const all = once(() => definition.forms.flatMap(({ key }) => forms(key) ?? []))
  const byKey = once(() => new Map(all().map((form) => [form.key, form])))
  const dependents = once(() => findDependents(index, byKey()))
  const orders = once(() => lockOrders(byKey(), dependents()))
  const figures = once(() => figuresOf(all()))
  return {
    definition,
    revision,
    index,
    lookups,
    get dependents() {
      return dependents()
    },
    get lockOrders() {
      return orders()
    },
    filteredRelations: Map.groupBy(filteredRelations(definition), ({ place }) => place.form),
    get figures() {
      return figures()
    },
    linked: linkedRollups(definition),
    form: forms,
    rights: rightsCache(definition),
  }
}
