import type { FormRights } from '@pipewright/contract'
import { isEntered, localize } from '@pipewright/metadata'
import type { Field } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import { memo } from 'react'
import type { Titles } from '../controls/field-control.ts'
import { useRenderer } from '../environment/use-renderer.ts'
import { useTexts } from '../texts/use-texts.ts'
import { AlikeHint } from './alike/alike-hint.tsx'
import { WhyButton } from './explain/why-button.tsx'
import { FieldInput } from './field-input.tsx'
import { FieldValue } from './field-value.tsx'
import { FreshMark } from './fresh-mark.tsx'
import { useFieldState } from './store/use-field.ts'

export interface FormFieldProps {
  /** Key of the form the field is of. */
  readonly form: string
  readonly formId: string
  readonly field: Field
  readonly rights: FormRights
  readonly titles: Titles
  readonly readOnly: boolean
  /** Columns it spans. */
  readonly span: number
  readonly autoFocus?: boolean
  /** The heading of the section says the same already. */
  readonly hideLabel?: boolean
}

/** Groups of inputs are named by their label; single inputs are pointed to by it. */
const groups = new Set<Field['type']>(['lineItems', 'attachment', 'rating', 'richText'])
const grouped = new Set(['radio', 'checkboxes', 'buttons'])
const isGroup = (field: Field): boolean =>
  groups.has(field.type) || ('display' in field && field.display !== undefined && grouped.has(field.display))

/** That rules lock the field, and what they are. */
function FieldMarks({
  form,
  field,
  label,
}: Pick<FormFieldProps, 'form' | 'field'> & { readonly label: string }) {
  const t = useTexts()
  const { explained, lockedBy } = useFieldState(field.key)
  const { hidesReasons = false } = useRenderer()
  return (
    <>
      {explained && !hidesReasons && (
        <WhyButton form={form} fields={[field]} label={t('why.ask', { field: label })} />
      )}
      {lockedBy !== undefined && (
        <span className="pw-lock" title={hidesReasons ? undefined : lockedBy}>
          <Icon name="lock" />
          <span className="pw-hidden-text">{t('form.locked')}</span>
        </span>
      )}
    </>
  )
}

/** One field with label, help and problem; one keystroke draws only the field it is in. */
export const FormField = memo(function FormField(props: FormFieldProps) {
  const { field, formId, rights, readOnly, span } = props
  const { locale } = useRenderer()
  const t = useTexts()
  const state = useFieldState(field.key)
  if (state.hidden) return null
  const id = `${formId}-${field.key}`
  const label = localize(field.label, locale) || field.key
  const help = localize(field.help, locale)
  const writable = rights.fields[field.key] === 'write' && isEntered(field)
  const shown = readOnly || (!writable && isEntered(field))
  const locked = state.lockedBy !== undefined
  const Label = shown || isGroup(field) ? 'span' : 'label'
  return (
    <div
      className={field.type === 'lineItems' ? 'pw-field pw-field-wide' : 'pw-field'}
      data-field={field.key}
      style={{ gridColumn: span > 1 ? `span ${span}` : undefined }}
    >
      <div className={props.hideLabel ? 'pw-hidden-text' : 'pw-field-head'}>
        <Label className="pw-label" id={`${id}-label`} {...(Label === 'label' ? { htmlFor: id } : {})}>
          {label}
          {state.required && writable && !readOnly && (
            <span className="pw-star" title={t('form.required')} aria-hidden="true">
              *
            </span>
          )}
        </Label>
        <FreshMark field={field.key} />
        {!readOnly && <FieldMarks form={props.form} field={field} label={label} />}
      </div>
      {shown ? (
        <FieldValue field={field} value={state.value} titles={props.titles} />
      ) : (
        <FieldInput {...props} id={id} label={label} locked={locked} />
      )}
      {state.problem !== undefined && (
        <div id={`${id}-problem`} className="pw-problem">
          {state.problem}
        </div>
      )}
      {state.unsent && (
        <div id={`${id}-unsent`} className="pw-warning" role="status">
          <Icon name="lock" /> {t('form.unsent')}
        </div>
      )}
      {state.warning !== undefined && (
        <div id={`${id}-warning`} className="pw-warning" role="status">
          <Icon name="warning" /> {state.warning}
        </div>
      )}
      {!readOnly && <AlikeHint field={field.key} />}
      {help !== '' && !readOnly && (
        <div id={`${id}-help`} className="pw-help">
          {help}
        </div>
      )}
    </div>
  )
})
