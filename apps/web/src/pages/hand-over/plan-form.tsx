import type { Belongings } from '@pipewright/contract'
import { Input, Select } from 'antd'
import { useWorkspace } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'
import { FormShare } from './form-share.tsx'
import { emptyForm, type Plan } from './hand-over-plan.ts'
import { OwnThings } from './own-things.tsx'
import { Receivers } from './receivers.tsx'

export interface PlanProps {
  readonly from: string
  readonly things: Belongings
  readonly plan: Plan
  readonly onPlan: (plan: Plan) => void
}

/** Asks who takes over what. */
export function PlanForm({ from, things, plan, onPlan }: PlanProps) {
  const { people } = useWorkspace()
  const text = useText()
  return (
    <>
      <Receivers
        label={text('handOverAll')}
        placeholder={text('handOverAll')}
        from={from}
        value={plan.to}
        onChange={(to) => onPlan({ ...plan, to })}
      />
      <p className="quiet">{text('handOverTurns')}</p>
      {things.forms.map((each) => (
        <FormShare
          key={each.form}
          things={each}
          from={from}
          plan={plan.forms[each.form] ?? emptyForm}
          onPlan={(form) => onPlan({ ...plan, forms: { ...plan.forms, [each.form]: form } })}
        />
      ))}
      {things.tasks > 0 && (
        <fieldset className="hand-over-form">
          <legend>{text('handOverWaiting', { count: things.tasks })}</legend>
          <Select
            className="hand-over-people"
            aria-label={text('handOverWaiting', { count: things.tasks })}
            placeholder={text('handOverSame')}
            value={plan.tasks}
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            options={people
              .filter(({ active, id }) => active && id !== from)
              .map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(tasks: string | undefined) => onPlan({ ...plan, tasks: tasks ?? null })}
          />
        </fieldset>
      )}
      <OwnThings things={things.own} from={from} plan={plan} onPlan={onPlan} />
      <Input.TextArea
        aria-label={text('handOverReason')}
        placeholder={text('handOverReason')}
        maxLength={500}
        value={plan.reason}
        onChange={({ target }) => onPlan({ ...plan, reason: target.value })}
      />
    </>
  )
}
