import type { Form } from '@pipewright/schemas'
import { ErrorNotice, FormSkeleton } from '@pipewright/ui'
import { lazy, Suspense, useId, useMemo, useRef, type ReactNode } from 'react'
import { useFormEngine } from './engine/use-form-engine.ts'
import type { FormEngine } from './engine/form-engine.ts'
import { FormFooter } from './form-footer.tsx'
import { keepEnter, useSaveKey } from './form-keys.ts'
import { HiddenFields } from './explain/hidden-fields.tsx'
import { FormIntro } from './form-intro.tsx'
import { FormMessages } from './form-messages.tsx'
import { FormSection } from './form-section.tsx'
import type { PlacedSection } from './form-sections.ts'
import { MountQueueContext, useQueuedMount } from './mount/use-mount-queue.ts'
import type { RecordFormProps } from './record-form-props.ts'
import { FormContexts } from './form-contexts.tsx'
import { useRecordStore } from './store/use-record-store.ts'
import { useFormCode } from './use-form-code.ts'
import { useAskedFields, useFormLayout } from './use-form-layout.ts'
import { useFirstField, usePages, useSections } from './use-form-places.ts'
import { useLiveValues } from './use-live-values.ts'
import { useSubmit } from './use-submit.ts'
import './form.css'

const PagedForm = lazy(async () => ({ default: (await import('./paged-form.tsx')).PagedForm }))

const noTitles = {}
const noValues = {}

interface FormContentProps {
  readonly formId: string
  readonly form: RecordFormProps
  /** The form by the layout that is drawn. */
  readonly arranged: Form | undefined
  readonly sections: readonly PlacedSection[]
  /** The buttons, behind what is given. */
  readonly footer: (lead?: ReactNode) => ReactNode
}

/** The sections one below the other, or on pages; then the buttons. */
function FormContent({ formId, form, arranged, sections, footer }: FormContentProps) {
  const { pages, steps } = usePages(form, arranged, sections)
  const first = useFirstField(form, sections)
  const { start, titles: own = noTitles } = form
  const titles = useMemo(() => (start === undefined ? own : { ...start.titles, ...own }), [start, own])
  const placed = useMemo(
    () => new Set(sections.flatMap(({ fields }) => fields.map(({ field }) => field.key))),
    [sections],
  )
  const section = (one: PlacedSection) => (
    <FormSection
      key={one.section.key}
      {...one}
      placed={placed}
      form={form.form}
      formId={formId}
      rights={form.rights}
      titles={titles}
      readOnly={form.mode === 'read'}
      autoFocus={first}
      system={form.system ?? noValues}
      record={form.record}
    />
  )
  if (pages.length > 1)
    return (
      <Suspense fallback={null}>
        <PagedForm
          formId={formId}
          pages={pages}
          steps={form.mode === 'create' && steps}
          section={section}
          footer={footer}
          onCancel={form.onCancel}
        />
      </Suspense>
    )
  return (
    <>
      {sections.map(section)}
      {footer()}
    </>
  )
}

function FormBody({ engine, ...props }: RecordFormProps & { readonly engine: FormEngine }) {
  const ownId = useId()
  const id = props.id ?? ownId
  const element = useRef<HTMLFormElement>(null)
  const store = useRecordStore(engine, props)
  const { submit, busy, failed } = useSubmit(store, engine, props, element)
  useLiveValues(store, engine, props)
  useSaveKey(element, props.mode !== 'read')
  const form = useFormLayout(props, store)
  const sections = useSections(props, form, useAskedFields(props, form, store))
  const queue = useQueuedMount(sections)
  const place = useMemo(() => ({ form: props.form, record: props.record }), [props.form, props.record])
  const footer = (lead?: ReactNode) =>
    props.mode !== 'read' && (
      <>
        <HiddenFields form={props.form} store={store} sections={sections} />
        {props.buttons === 'none' ? (
          lead !== undefined && <div className="pw-form-foot">{lead}</div>
        ) : (
          <FormFooter
            {...props}
            lead={lead}
            store={store}
            busy={busy || props.saving === true}
            {...(props.mode === 'edit'
              ? { onCancel: () => (store.reset(), props.onChange?.({}), props.onCancel?.()) }
              : {})}
          />
        )}
      </>
    )
  return (
    <FormContexts store={store} engine={engine} place={place} form={props}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- only listens to Enter of its inputs */}
      <form
        ref={element}
        id={id}
        className={queue === null ? 'pw-form' : 'pw-form pw-large'}
        data-labels={form?.layout.labels}
        noValidate
        onKeyDown={keepEnter}
        onSubmit={(event) => {
          event.preventDefault()
          // A dialog inside a form is outside it in the page, but its events still come by here.
          if (event.target !== event.currentTarget) return
          const { submitter } = event.nativeEvent as SubmitEvent
          void submit(submitter?.getAttribute('name') === 'again')
        }}
      >
        {props.mode !== 'read' && props.fields === undefined && <FormIntro form={form} />}
        <FormMessages form={props.form} store={store} sections={sections} failed={failed} />
        <MountQueueContext value={queue}>
          <FormContent formId={id} form={props} arranged={form} sections={sections} footer={footer} />
        </MountQueueContext>
      </form>
    </FormContexts>
  )
}

/** A form to fill in, change or read. Typed text survives a new record or definition underneath. */
export function RecordForm(props: RecordFormProps) {
  const isHere = useFormCode(props)
  const engine = useFormEngine(props.form, props.rights, props.record)
  if (!isHere) return <FormSkeleton />
  return engine === null ? <ErrorNotice problem={null} /> : <FormBody {...props} engine={engine} />
}
