import { localize } from '@pipewright/metadata'
import type { ChoiceField, MultiChoiceField } from '@pipewright/schemas'
import { Icon, OptionTag } from '@pipewright/ui'
import { literalDefault } from './literal-default.ts'
import type { SketchProps } from './sketch.ts'

/** A list to pick from: the default option, else the first few as a hint of what is in it. */
export function OptionSketch({ field, index, locale }: SketchProps<ChoiceField | MultiChoiceField>) {
  const options = index.options(field).filter((option) => option.inactive !== true)
  const chosen = options.find((option) => option.key === literalDefault(field))
  const shown = chosen === undefined ? options.slice(0, 4) : [chosen]
  const rest = chosen === undefined ? options.length - shown.length : 0
  return (
    <div className="pwd-box" data-faint={chosen === undefined ? '' : undefined}>
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
