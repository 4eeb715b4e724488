import { localize } from '@pipewright/metadata'
import type { ChoiceField, MultiChoiceField, Option } from '@pipewright/schemas'
import { Icon, OptionTag } from '@pipewright/ui'
import { Checkbox, Radio } from 'antd'
import { literalDefault } from './literal-default.ts'
import type { SketchProps } from './sketch.ts'

type Choice = ChoiceField | MultiChoiceField

const fewInSight = 12

function chosenKeys(field: Choice): readonly string[] {
  const one = literalDefault(field)
  if (one !== '') return [one]
  return Array.isArray(field.default) ? field.default.filter((key) => typeof key === 'string') : []
}

/** All options at once, as they stand in the form. */
function InSight({
  field,
  options,
  locale,
}: Pick<SketchProps<Choice>, 'field' | 'locale'> & { readonly options: readonly Option[] }) {
  const chosen = chosenKeys(field)
  const pills = field.display === 'buttons'
  const One = field.type === 'choice' ? Radio : Checkbox
  return (
    <div className={pills ? 'pwd-sketch-pills' : 'pwd-sketch-marks'}>
      {options.slice(0, fewInSight).map((option) => {
        const label = localize(option.label, locale) || '…'
        const isChosen = chosen.includes(option.key)
        if (pills)
          return (
            <span key={option.key} data-chosen={isChosen ? '' : undefined}>
              {label}
            </span>
          )
        return (
          <One key={option.key} checked={isChosen} tabIndex={-1}>
            {label}
          </One>
        )
      })}
      {options.length > fewInSight && <span className="pwd-quiet">+{options.length - fewInSight}</span>}
    </div>
  )
}

/** A list to pick from: the default option, else the first few as a hint of what is in it. */
export function OptionSketch({ field, index, locale }: SketchProps<Choice>) {
  const options = index.options(field).filter((option) => option.inactive !== true)
  if (field.display !== undefined && field.display !== 'dropdown')
    return <InSight field={field} options={options} locale={locale} />
  const keys = chosenKeys(field)
  const chosen = options.filter((option) => keys.includes(option.key))
  const shown = chosen.length === 0 ? options.slice(0, 4) : chosen
  const rest = chosen.length === 0 ? options.length - shown.length : 0
  return (
    <div className="pwd-box" data-faint={chosen.length === 0 ? '' : undefined}>
      <span className="pwd-box-tags">
        {shown.map((option) => (
          <OptionTag key={option.key} label={localize(option.label, locale) || '…'} color={option.color} />
        ))}
        {rest > 0 && <span className="pwd-quiet">+{rest}</span>}
      </span>
      <Icon name="down" className="pwd-quiet" />
    </div>
  )
}
