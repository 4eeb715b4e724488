import { localize, rollupPlace } from '@pipewright/metadata'
import type { RollupField } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import { useTexts } from '../../texts/use-texts.ts'
import type { SketchProps } from './sketch.ts'

export function RollupSketch({ field, index, locale }: SketchProps<RollupField>) {
  const t = useTexts()
  const rows = rollupPlace(field)
  const form =
    rows.lineItems === undefined
      ? localize(index.form(field.form)?.labelPlural, locale)
      : localize(index.field(field.form, rows.lineItems)?.field.label, locale)
  const measured =
    field.field === undefined ? '' : localize(index.field(rows, field.field)?.field.label, locale)
  const text =
    field.function === 'count'
      ? t('canvas.rollupCount', { form })
      : t('canvas.rollup', { function: t(`measure.${field.function}`), field: measured, form })
  return (
    <div className="pwd-box" data-calculated="">
      <Icon name="rollup" className="pwd-quiet" />
      <span className="pwd-cut">{text}</span>
    </div>
  )
}
