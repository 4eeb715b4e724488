import type { Belongings } from '@pipewright/contract'
import { localize } from '@pipewright/metadata'
import { FilterBuilder, useCount } from '@pipewright/renderer'
import { useUiLocale } from '@pipewright/ui'
import { Button, Checkbox } from 'antd'
import { useWorkspace } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'
import type { FormPlan } from './hand-over-plan.ts'
import { Receivers } from './receivers.tsx'

interface FormShareProps {
  readonly things: Belongings['forms'][number]
  readonly from: string
  readonly plan: FormPlan
  readonly onPlan: (plan: FormPlan) => void
}

/** Fields that name the member, each with whether it is to name the receiver. */
function NamingFields({ things, plan, onPlan }: Omit<FormShareProps, 'from'>) {
  const { definition } = useWorkspace()
  const text = useText()
  const locale = useUiLocale()
  const said = useCount()
  const form = definition.forms.find(({ key }) => key === things.form)
  const labelOf = (key: string) =>
    localize(form?.fields.find((field) => field.key === key)?.label, locale) || key
  return (
    <>
      {things.fields.map(({ field, records }) => (
        <div key={field}>
          <Checkbox
            checked={plan.fields.includes(field)}
            onChange={({ target }) =>
              onPlan({
                ...plan,
                fields: target.checked ? [...plan.fields, field] : plan.fields.filter((one) => one !== field),
              })
            }
          >
            {text('handOverField', { field: labelOf(field), count: said(records, true) })}
          </Checkbox>
        </div>
      ))}
    </>
  )
}

/** Who gets the records of one form: others than for the rest, by condition, and whether fields follow. */
export function FormShare({ things, from, plan, onPlan }: FormShareProps) {
  const { definition } = useWorkspace()
  const text = useText()
  const locale = useUiLocale()
  const said = useCount()
  const form = definition.forms.find(({ key }) => key === things.form)
  const label = localize(form?.labelPlural, locale) || things.form
  const at = (position: number, next: FormPlan['conditions']) =>
    onPlan({ ...plan, conditions: plan.conditions.toSpliced(position, 1, ...next) })
  return (
    <fieldset className="hand-over-form">
      <legend>{text('handOverOwned', { form: label, count: said(things.owned, true) })}</legend>
      <Receivers
        label={text('handOverOthers', { form: label })}
        placeholder={text('handOverSame')}
        from={from}
        value={plan.to}
        onChange={(to) => onPlan({ ...plan, to })}
      />
      {plan.conditions.map((condition, position) => (
        <div key={position} className="hand-over-condition">
          <FilterBuilder
            form={things.form}
            value={condition.filter}
            onChange={(filter) => at(position, [{ ...condition, filter }])}
          />
          <Receivers
            label={text('handOverOthers', { form: label })}
            placeholder={text('handOverTo')}
            from={from}
            value={condition.to}
            onChange={(to) => at(position, [{ ...condition, to }])}
          />
          <Button onClick={() => at(position, [])}>{text('remove')}</Button>
        </div>
      ))}
      <Button
        type="link"
        onClick={() => onPlan({ ...plan, conditions: [...plan.conditions, { filter: null, to: [] }] })}
      >
        {text('handOverCondition')}
      </Button>
      <NamingFields things={things} plan={plan} onPlan={onPlan} />
    </fieldset>
  )
}
