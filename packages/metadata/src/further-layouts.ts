import type { Form, FormLayout, Layout } from '@pipewright/schemas'
import { fieldsOfLayout } from './layout-items.ts'

/** What decides which layout of a form is used. */
export interface LayoutScene {
  /** Keys of the roles held. */
  readonly roles: readonly string[]
  /** Null when nobody said. */
  readonly device: 'phone' | 'desktop' | null
  readonly isNew: boolean
  readonly values: Readonly<Record<string, unknown>>
}

type Selectors = Pick<FormLayout, 'roles' | 'stages' | 'types' | 'device' | 'records'>

const holds = (wanted: readonly string[] | undefined, given: readonly unknown[]): boolean =>
  wanted === undefined || wanted.length === 0 || wanted.some((one) => given.includes(one))

/** Everything that a layout asks for has to be so; what it does not ask for does not matter. */
function layoutFits(form: Form, selectors: Selectors, scene: LayoutScene): boolean {
  const { roles, stages, types, device, records } = selectors
  const valueOf = (field: string | undefined): unknown[] => (field === undefined ? [] : [scene.values[field]])
  return (
    holds(roles, scene.roles) &&
    holds(stages, valueOf(form.stageField)) &&
    holds(types, valueOf(form.typeField)) &&
    (device === undefined || device === scene.device) &&
    (records === undefined || (records === 'new') === scene.isNew)
  )
}

const firstFit = (form: Form, scene: LayoutScene, onPaper: boolean): FormLayout | undefined =>
  form.layouts?.find((one) => (one.print === true) === onPaper && layoutFits(form, one, scene))

/** The key of the layout that a form or record page uses; null is the standard one. */
export const chooseLayout = (form: Form, scene: LayoutScene): string | null =>
  firstFit(form, scene, false)?.key ?? null

/** The key of the layout that a record is printed by; null is the standard one. */
export const choosePrintLayout = (form: Form, scene: LayoutScene): string | null =>
  firstFit(form, scene, true)?.key ?? null

/** The form as it is arranged by one of its layouts; by the standard one for null and for one that is gone. */
export function withLayout(form: Form, key: string | null): Form {
  const found = key === null ? undefined : form.layouts?.find((one) => one.key === key)
  if (found === undefined) return form
  const known = arranged.get(found)
  const made = known?.of === form ? known.form : { ...form, layout: found.layout }
  arranged.set(found, { of: form, form: made })
  return made
}

/** The same form and layout give the same object, so that nothing is drawn again for nothing. */
const arranged = new WeakMap<FormLayout, { readonly of: Form; readonly form: Form }>()

/** Fields that must be filled and have no place on a layout: people are asked for them behind its last section. */
export function requiredOffLayout(form: Form, layout: Layout): readonly string[] {
  const placed = new Set(fieldsOfLayout(layout))
  return form.fields
    .filter((field) => 'required' in field && field.required === true && !placed.has(field.key))
    .filter((field) => !('default' in field) || field.default === undefined)
    .map(({ key }) => key)
}
