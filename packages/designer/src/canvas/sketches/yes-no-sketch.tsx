import { localize } from '@pipewright/metadata'
import type { YesNoField } from '@pipewright/schemas'
import { Checkbox, Switch } from 'antd'
import { useTexts } from '../../texts/use-texts.ts'
import type { SketchProps } from './sketch.ts'

export function YesNoSketch({ field, locale }: SketchProps<YesNoField>) {
  const t = useTexts()
  const words = {
    yes: localize(field.yes, locale) || t('inspector.yes'),
    no: localize(field.no, locale) || t('inspector.no'),
  }
  const isYes = field.default === true
  if (field.display === 'buttons')
    return (
      <div className="pwd-sketch-pills">
        <span data-chosen={isYes ? '' : undefined}>{words.yes}</span>
        <span data-chosen={field.default === false ? '' : undefined}>{words.no}</span>
      </div>
    )
  const own = field.yes === undefined && field.no === undefined ? '' : isYes ? words.yes : words.no
  return (
    <span className="pwd-sketch-marks">
      {field.display === 'checkbox' ? (
        <Checkbox checked={isYes} tabIndex={-1} aria-label={own || words.yes} />
      ) : (
        <Switch checked={isYes} tabIndex={-1} aria-label={own || words.yes} />
      )}
      {own}
    </span>
  )
}
