import type { Conversion, ConversionStep, Form } from '@pipewright/schemas'
import { Icon, useSay } from '@pipewright/ui'
import { Select } from 'antd'
import { useDefinition, useIndex } from '../environment/design-context.ts'
import { useLocalized } from '../environment/use-localized.ts'
import { PropertyGroup } from '../parts/property.tsx'
import { useTexts } from '../texts/use-texts.ts'
import { newStep, suggestUpdates } from './new-conversion.ts'
import { StepEditor } from './step-editor.tsx'
import { needsStep, usesOfStep, withoutStep, withStepInPlace } from './step-uses.ts'
import type { ChangeConversion } from './use-conversion-change.ts'

interface StepsProps {
  readonly form: Form
  readonly conversion: Conversion
  readonly change: ChangeConversion
}

const most = 20

const replaced = <T,>(list: readonly T[], at: number, next: T): T[] =>
  list.map((one, place) => (place === at ? next : one))

/** Asks first where values of other records refer to what is no longer made. */
function useAsking({ conversion, form }: StepsProps) {
  const t = useTexts()
  const read = useLocalized()
  const index = useIndex()
  const { modal } = useSay()
  return (
    step: ConversionStep,
    words: { readonly title: string; readonly anew: boolean },
    act: () => void,
  ) => {
    const uses = usesOfStep(conversion, step.key)
    if (uses.length === 0 && !(words.anew && Object.keys(step.values).length > 0)) return act()
    const named = uses.map((use) => {
      const of = use.form === undefined ? form.key : use.form
      const field = index.fieldsOf(of).find(({ key }) => key === use.field)
      const where = use.form === undefined ? t('conversions.thisRecord') : read(index.form(of)?.label, of)
      return `${where} › ${read(field?.label, use.field)}`
    })
    modal.confirm({
      title: words.title,
      okText: t('conversions.goOn'),
      content: (
        <>
          {words.anew && <p>{t('conversions.stepStartsAnew')}</p>}
          {named.length > 0 && <p>{t('conversions.stepRefers')}</p>}
          <ul className="pwd-places">
            {named.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        </>
      ),
      onOk: act,
    })
  }
}

function useStepActs(props: StepsProps) {
  const { form, conversion, change } = props
  const t = useTexts()
  const read = useLocalized()
  const index = useIndex()
  const ask = useAsking(props)
  const { creates } = conversion
  const nameOf = (step: ConversionStep) => read(index.form(step.form)?.label, step.form)
  const swap = (at: number, by: -1 | 1) => {
    const earlier = creates[Math.min(at, at + by)]
    const later = creates[Math.max(at, at + by)]
    if (earlier === undefined || later === undefined || earlier === later) return undefined
    if (needsStep(later, earlier.key)) return undefined
    return () =>
      change((now) => ({
        ...now,
        creates: replaced(replaced(creates, Math.min(at, at + by), later), Math.max(at, at + by), earlier),
      }))
  }
  return {
    swap,
    remove: (step: ConversionStep) =>
      ask(step, { title: t('conversions.stepRemoveTitle', { form: nameOf(step) }), anew: false }, () =>
        change((now) => withoutStep(now, step.key)),
      ),
    add: (target: string) =>
      change((now) => {
        const made = newStep(index, form.key, target, { made: now.creates })
        const links = suggestUpdates(index, form.key, [made], now.updates)
        const updates = { ...now.updates, ...links }
        return {
          ...now,
          creates: [...now.creates, made],
          ...(Object.keys(updates).length > 0 && { updates }),
        }
      }),
    changeForm: (step: ConversionStep, target: string) =>
      ask(step, { title: t('conversions.formChangeTitle'), anew: true }, () =>
        change((now) => {
          const at = now.creates.findIndex(({ key }) => key === step.key)
          const all = now.creates.filter(({ key }) => key !== step.key)
          const made = newStep(index, form.key, target, { made: now.creates.slice(0, at), all })
          return withStepInPlace(now, step.key, made)
        }),
      ),
  }
}

/** The records that are made, one after the other. */
export function ConversionSteps(props: StepsProps) {
  const { form, conversion, change } = props
  const t = useTexts()
  const read = useLocalized()
  const { forms } = useDefinition()
  const acts = useStepActs(props)
  const { creates } = conversion
  return (
    <PropertyGroup title={t('conversions.makes')}>
      <p className="pwd-property-help">{t('conversions.makesHelp')}</p>
      {creates.map((step, position) => (
        <StepEditor
          key={step.key}
          form={form}
          step={step}
          made={creates.slice(0, position)}
          position={position}
          onChange={(next) => change((now) => ({ ...now, creates: replaced(now.creates, position, next) }))}
          onForm={(target) => acts.changeForm(step, target)}
          onUp={acts.swap(position, -1)}
          onDown={acts.swap(position, 1)}
          onRemove={creates.length === 1 ? undefined : () => acts.remove(step)}
        />
      ))}
      {creates.length < most && (
        <Select
          className="pwd-full"
          aria-label={t('conversions.pickForm')}
          placeholder={t('conversions.addStep')}
          prefix={<Icon name="plus" />}
          value={null}
          showSearch={{ optionFilterProp: 'label' }}
          options={forms.map(({ key, label }) => ({ value: key, label: read(label, key) }))}
          onChange={(target: string | null) => target !== null && acts.add(target)}
        />
      )}
    </PropertyGroup>
  )
}
