import { chooseLayout, fieldsOfLayout, requiredOffLayout, withLayout } from '@pipewright/metadata'
import type { Form } from '@pipewright/schemas'
import { useCallback, useMemo, useSyncExternalStore } from 'react'
import { useLayoutScene } from '../environment/use-layout-scene.ts'
import { useRenderer } from '../environment/use-renderer.ts'
import { isEmptyValue } from './engine/is-empty-value.ts'
import type { RecordFormProps } from './record-form-props.ts'
import type { FormStore } from './store/form-store.ts'

/** The form by the layout that fits what is typed: another record type or stage may bring another one. */
export function useFormLayout(
  { form: key, layout, mode }: RecordFormProps,
  store: FormStore,
): Form | undefined {
  const { index } = useRenderer()
  const form = index.form(key)
  const scene = useLayoutScene()
  const subscribe = useCallback(
    (listener: () => void) => {
      const watched = [form?.typeField, form?.stageField].flatMap((field) => field ?? [])
      const stops = watched.map((field) => store.subscribe(field, listener))
      return () => {
        for (const stop of stops) stop()
      }
    },
    [store, form],
  )
  const fitting = useSyncExternalStore(subscribe, () =>
    form === undefined || layout !== undefined
      ? (layout ?? null)
      : chooseLayout(form, { ...scene, isNew: mode === 'create', values: store.values() }),
  )
  return useMemo(() => form && withLayout(form, fitting), [form, fitting])
}

const nothing: readonly string[] = []

/**
 * Fields without a place on the layout that people are asked for all the same: those that must be filled, and those that
 * were found wrong. A layout can leave fields out, but not make a record impossible.
 */
export function useAskedFields(
  { form: key, mode, rights, values, fields }: RecordFormProps,
  form: Form | undefined,
  store: FormStore,
): readonly string[] {
  const standard = useRenderer().index.form(key)
  const isFurther = form !== undefined && form !== standard && mode !== 'read' && fields === undefined
  const placed = useMemo(() => new Set(form === undefined ? [] : fieldsOfLayout(form.layout)), [form])
  const subscribe = useCallback((listener: () => void) => store.subscribe(null, listener), [store])
  const wrong = useSyncExternalStore(subscribe, () =>
    isFurther
      ? store
          .form()
          .wrong.filter((field) => !placed.has(field))
          .join(' ')
      : '',
  )
  return useMemo(() => {
    if (!isFurther) return nothing
    const required = requiredOffLayout(form, form.layout).filter((field) =>
      isEmptyValue(values[field] ?? null),
    )
    const asked = new Set([...required, ...wrong.split(' ')])
    return form.fields
      .map((field) => field.key)
      .filter((one) => asked.has(one) && rights.fields[one] === 'write')
  }, [isFurther, form, values, wrong, rights])
}
