import { localize } from '@pipewright/metadata'
import type { YesNoField } from '@pipewright/schemas'
import { Button, Checkbox, Switch } from 'antd'
import { useRenderer } from '../environment/use-renderer.ts'
import { useTexts } from '../texts/use-texts.ts'
import { controlAttributes } from './control-attributes.ts'
import type { ControlProps, FieldControl } from './field-control.ts'
import { fieldViews } from './field-views.tsx'
import { OptionGroup } from './options/option-group.tsx'

function useWords(field: YesNoField): { readonly yes: string; readonly no: string } {
  const { locale } = useRenderer()
  const t = useTexts()
  return {
    yes: localize(field.yes, locale) || t('value.yes'),
    no: localize(field.no, locale) || t('value.no'),
  }
}

/** Two buttons: also says when nothing has been answered yet. */
function YesNoButtons(props: ControlProps<YesNoField>) {
  const t = useTexts()
  const words = useWords(props.field)
  const { value } = props
  return (
    <div className="pw-choices">
      <OptionGroup
        {...props}
        many={false}
        pills
        options={(['yes', 'no'] as const).map((key) => ({ value: key, label: words[key], color: undefined }))}
        values={value === true ? ['yes'] : value === false ? ['no'] : []}
        onPick={(key) => props.onChange(key === 'yes')}
      />
      {typeof value === 'boolean' && !props.required && !props.disabled && (
        <Button type="link" size="small" className="pw-unpick" onClick={() => props.onChange(null)}>
          {t('control.clearChoice')}
        </Button>
      )}
    </div>
  )
}

function YesNoControl(props: ControlProps<YesNoField>) {
  const words = useWords(props.field)
  const { status: _, ...attributes } = controlAttributes(props)
  const { display } = props.field
  if (display === 'buttons' && props.compact !== true) return <YesNoButtons {...props} />
  const word = props.value === true ? words.yes : words.no
  return (
    <span className="pw-yes-no">
      {display === 'checkbox' ? (
        <Checkbox
          {...attributes}
          checked={props.value === true}
          onChange={(event) => props.onChange(event.target.checked)}
        />
      ) : (
        <Switch
          {...attributes}
          checked={props.value === true}
          onChange={(checked) => props.onChange(checked)}
        />
      )}
      <span aria-hidden="true">{word}</span>
    </span>
  )
}

export const yesNo: FieldControl<YesNoField> = {
  Control: YesNoControl,
  ...fieldViews.yesNo,
}
