import type { Field } from '@pipewright/schemas'
import { ErrorNotice } from '@pipewright/ui'
import { useId, useMemo, useRef } from 'react'
import { useRenderer } from '../environment/use-renderer.ts'
import { useTexts } from '../texts/use-texts.ts'
import { useEngines } from './engine/use-engines.ts'
import { useFormEngine } from './engine/use-form-engine.ts'
import type { FormEngine } from './engine/form-engine.ts'
import { FormFooter } from './form-footer.tsx'
import { keepEnter, useSaveKey } from './form-keys.ts'
import { FormProblems } from './form-problems.tsx'
import { FormSection } from './form-section.tsx'
import { placeFields, placeSections } from './form-sections.ts'
import type { RecordFormProps } from './record-form-props.ts'
import { FieldPlaceContext } from '../controls/field-place.ts'
import { FormStoreContext } from './store/use-field.ts'
import { useRecordStore } from './store/use-record-store.ts'
import { useSubmit } from './use-submit.ts'
import './form.css'

const noTitles = {}

function firstWritable(fields: readonly Field[], props: RecordFormProps): string | undefined {
  return fields.find((field) => props.rights.fields[field.key] === 'write')?.key
}

function useSections({ form: key, fields, rights }: RecordFormProps) {
  const { index } = useRenderer()
  const form = index.form(key)
  return useMemo(() => {
    if (form === undefined) return []
    return fields === undefined ? placeSections(form, rights) : placeFields(form, rights, fields)
  }, [form, fields, rights])
}

function FormBody({ engine, ...props }: RecordFormProps & { readonly engine: FormEngine }) {
  const t = useTexts()
  const ownId = useId()
  const id = props.id ?? ownId
  const element = useRef<HTMLFormElement>(null)
  const store = useRecordStore(engine, props)
  const { submit, busy, failed } = useSubmit(store, engine, props, element)
  useSaveKey(element, props.mode !== 'read')
  const sections = useSections(props)
  const place = useMemo(() => ({ form: props.form }), [props.form])
  const first = props.autoFocus
    ? firstWritable(
        sections.flatMap(({ fields }) => fields.map(({ field }) => field)),
        props,
      )
    : undefined
  return (
    <FormStoreContext value={store}>
      <FieldPlaceContext value={place}>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- only listens to Enter of its inputs */}
        <form
          ref={element}
          id={id}
          className="pw-form"
          noValidate
          onKeyDown={keepEnter}
          onSubmit={(event) => {
            event.preventDefault()
            // A dialog inside a form is outside it in the page, but its events still come by here.
            if (event.target === event.currentTarget) void submit()
          }}
        >
          <FormProblems form={props.form} store={store} sections={sections} failed={failed} />
          {sections.length === 0 && <p className="pw-quiet">{t('form.nothingToFill')}</p>}
          {sections.map((placed) => (
            <FormSection
              key={placed.section.key}
              {...placed}
              formId={id}
              rights={props.rights}
              titles={props.titles ?? noTitles}
              readOnly={props.mode === 'read'}
              autoFocus={first}
            />
          ))}
          {props.mode !== 'read' && props.buttons !== 'none' && (
            <FormFooter
              {...props}
              store={store}
              busy={busy || props.saving === true}
              {...(props.mode === 'edit'
                ? { onCancel: () => (store.reset(), props.onChange?.({}), props.onCancel?.()) }
                : {})}
            />
          )}
        </form>
      </FieldPlaceContext>
    </FormStoreContext>
  )
}

/** A form to fill in, change or read. Typed text survives a new record or definition underneath. */
export function RecordForm(props: RecordFormProps) {
  const ready = useEngines()
  const engine = useFormEngine(props.form, props.rights)
  if (!ready) return null
  return engine === null ? <ErrorNotice problem={null} /> : <FormBody {...props} engine={engine} />
}
