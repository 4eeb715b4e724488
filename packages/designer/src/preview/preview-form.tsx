import type { FormRights, RecordAnswer } from '@pipewright/contract'
import { RecordForm, RendererProvider } from '@pipewright/renderer'
import type { RendererData } from '@pipewright/renderer'
import type { Form } from '@pipewright/schemas'
import { EmptyState, FormSkeleton, useSay } from '@pipewright/ui'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useDefinition } from '../environment/design-context.ts'
import { roleRights } from '../environment/full-rights.ts'
import { useEnvironment } from '../environment/use-environment.ts'
import { useTexts } from '../texts/use-texts.ts'

export interface PreviewFormProps {
  readonly form: Form
  readonly role: string
  /** Id of a real record; null for a new one. */
  readonly record: string | null
  readonly records: RendererData
  /** Key of a layout, null for the standard one; undefined draws the one that fits role, record and device. */
  readonly layout: string | null | undefined
  readonly device: 'desktop' | 'phone'
}

const nothing = {}

/** What a role may do with the record that is shown; null when it may not even see it. */
function modeOf(own: FormRights | undefined, isNew: boolean): 'create' | 'edit' | 'read' | null {
  if (own === undefined) return null
  if (isNew) return own.create ? 'create' : null
  if (own.update) return 'edit'
  return own.read ? 'read' : null
}

/** A role never sees values of fields that it may not read; the preview shows no more than that. */
const readable = (answer: RecordAnswer, own: FormRights): RecordAnswer['values'] =>
  Object.fromEntries(Object.entries(answer.values).filter(([key]) => own.fields[key] !== undefined))

export function PreviewForm({ form, role, record, records, layout, device }: PreviewFormProps) {
  const t = useTexts()
  const { message } = useSay()
  const definition = useDefinition()
  const rights = useMemo(() => {
    const found = definition.roles.find(({ key }) => key === role)
    return found === undefined ? {} : roleRights(definition, found)
  }, [definition, role])
  const bare = useEnvironment(records, rights)
  const environment = useMemo(() => ({ ...bare, roles: [role], device }), [bare, role, device])
  const found = useQuery({
    queryKey: ['designer', 'record', form.key, record],
    queryFn: () => records.getRecord(form.key, record ?? ''),
    enabled: record !== null,
    retry: false,
  })
  const own = rights[form.key]
  const answer = record === null ? undefined : found.data
  const values = useMemo(
    () => (answer === undefined || own === undefined ? nothing : readable(answer, own)),
    [answer, own],
  )
  const mode = modeOf(own, record === null)
  if (mode === null || own === undefined)
    return record === null ? (
      <EmptyState icon="lock" title={t('preview.noCreate')} text={t('preview.noCreateText')} />
    ) : (
      <EmptyState icon="lock" title={t('preview.noRead')} text={t('preview.noCreateText')} />
    )
  if (record !== null && found.isError)
    return <EmptyState icon="warning" title={t('preview.gone')} text={t('preview.goneText')} />
  if (record !== null && answer === undefined) return <FormSkeleton />
  return (
    <RendererProvider environment={environment}>
      <RecordForm
        key={`${form.key}${role}${record ?? ''}`}
        form={form.key}
        mode={mode}
        rights={own}
        values={values}
        {...(answer === undefined ? {} : { titles: answer.titles })}
        {...(layout === undefined ? {} : { layout })}
        onSubmit={() => {
          message.info(t('preview.notSaved'))
          return false
        }}
        submitText={t('preview.check')}
      />
    </RendererProvider>
  )
}
