import type { ConversionPreview } from '@pipewright/contract'
import { localize } from '@pipewright/metadata'
import { FieldValue } from '@pipewright/renderer'
import { Icon, useUiLocale } from '@pipewright/ui'
import { Alert, Radio } from 'antd'
import { useWorkspace } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'

interface ConvertStepProps {
  readonly step: ConversionPreview['steps'][number]
  readonly titles: Record<string, string>
  /** Id of the existing record to take; null makes a new one. */
  readonly chosen: string | null
  readonly onChoose: (id: string | null) => void
}

/** One step of a conversion: the new records with their values, or an existing one that looks the same. */
export function ConvertStep({ step, titles, chosen, onChoose }: ConvertStepProps) {
  const app = useWorkspace()
  const text = useText()
  const locale = useUiLocale()
  const form = app.definition.forms.find((candidate) => candidate.key === step.form)
  if (form === undefined) return null
  const options = [
    { value: '', label: text('convertNew') },
    ...step.matches.map((match) => ({
      value: match.id,
      label: `${text('convertUseThis', { title: match.title })} (${match.value})`,
    })),
  ]
  const shown = form.fields.filter(
    (field) =>
      field.type !== 'lineItems' && step.records.some((values) => (values[field.key] ?? null) !== null),
  )
  return (
    <section className="convert-step">
      <h3>
        <Icon name={form.icon ?? 'form'} /> {localize(form.label, locale)}
        {step.records.length > 1 && <small> · {text('convertCount', { count: step.records.length })}</small>}
      </h3>
      {step.matches.length > 0 && (
        <>
          <Alert type="warning" showIcon title={text('convertUse')} />
          <Radio.Group
            vertical
            options={options}
            value={chosen ?? ''}
            onChange={(event) => onChoose(event.target.value === '' ? null : String(event.target.value))}
          />
        </>
      )}
      {chosen === null &&
        step.records.map((values, index) => (
          <dl key={index}>
            {shown.slice(0, 6).map((field) => (
              <div key={field.key}>
                <dt>{localize(field.label, locale)}</dt>
                <dd>
                  <FieldValue field={field} value={values[field.key] ?? null} titles={titles} />
                </dd>
              </div>
            ))}
          </dl>
        ))}
    </section>
  )
}
