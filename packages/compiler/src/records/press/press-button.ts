import { buttonsOf, splitPlaceholders, type ElementOf } from '@pipewright/metadata'
import type { ButtonAction } from '@pipewright/schemas'
import { maskScope } from '../../rights/mask-scope.ts'
import { mayKnowElement } from '../../rights/mask-elements.ts'
import type { Rights } from '../../rights/rights.ts'
import { safeHref } from '../../rich-text/safe-href.ts'
import { disabledButtons, hiddenElements } from '../../rules/hidden-elements.ts'
import { stepRecords, updatedValues } from '../convert/conversion-steps.ts'
import type { FieldValue } from '../value.ts'
import type { Draft, WriteScene } from '../write/write-scene.ts'

export type Button = ElementOf<'button'>
type Action<T extends ButtonAction['type']> = Extract<ButtonAction, { type: T }>

/** What is left to do where the button was pressed, once everything is written. */
export type PressEffect =
  | {
      readonly type: 'create'
      readonly form: string
      readonly values: Readonly<Record<string, FieldValue>>
    }
  | { readonly type: 'open'; readonly url: string }
  | { readonly type: 'show'; readonly form: string; readonly id: string }

/** A button of a form by its name; one that the presser may not know or use is not there. */
export function findButton(scene: WriteScene, rights: Rights, key: string): Button | undefined {
  const { form, app } = scene
  const found = buttonsOf(form.form).find((button) => button.key === key)
  if (found === undefined) return undefined
  return mayKnowElement(maskScope(app.index, rights), form.key, found) ? found : undefined
}

/** Whether the button is in sight and can be pressed, for the record as it is stored. */
export function canPress(scene: WriteScene, { key }: Button, data: Draft): boolean {
  const { form, context, writer } = scene
  const subject = { form, context, writer, record: data, old: data }
  return !hiddenElements(subject).has(key) && !disabledButtons(subject).has(key)
}

/** Keys of the buttons that the reader can press now, for the record as it is stored. */
export const pressable = (scene: WriteScene, rights: Rights, data: Draft): string[] =>
  buttonsOf(scene.form.form)
    .map(({ key }) => findButton(scene, rights, key))
    .flatMap((button) => (button !== undefined && canPress(scene, button, data) ? [button.key] : []))

/** New values of the record. */
export const valuesToSet = (scene: WriteScene, { values }: Action<'set'>, data: Draft) =>
  updatedValues(scene, { updates: values }, data)

/** The form of a new record, with what is already filled in. */
export function creation(scene: WriteScene, { form, values }: Action<'create'>, data: Draft): PressEffect {
  const [made = {}] = stepRecords(scene, { key: 'new', form, values }, data)
  return { type: 'create', form, values: made }
}

const asText = (value: unknown): string =>
  Array.isArray(value) ? value.map(asText).join(', ') : typeof value === 'object' ? '' : String(value)

/**
 * Where a link leads: values are encoded, so that none can change the kind of address or add to it. Undefined for
 * what is no address that may be opened.
 */
export function linkFor({ url }: Action<'open'>, data: Draft): string | undefined {
  const filled = splitPlaceholders(url)
    .map((part) =>
      'text' in part ? part.text : encodeURIComponent(asText(data[part.field] ?? '').toWellFormed()),
    )
    .join('')
  return safeHref(filled)
}
