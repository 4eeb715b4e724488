import { localize } from '@pipewright/metadata'
import type { LookupField } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import { useOpenForm } from '../../environment/design-context.ts'
import type { SketchProps } from './sketch.ts'

/** The way to the value, by the names of its fields. */
export function LookupSketch({ field, index, locale }: SketchProps<LookupField>) {
  const form = useOpenForm()
  const { find, path = '' } = field
  const found =
    form && (find === undefined ? index.field(form.key, path) : index.field(find.form, find.field))
  const start = find === undefined ? [] : [localize(index.form(find.form)?.labelPlural, locale)]
  const text =
    found === undefined
      ? (find?.field ?? path)
      : [...start, ...[...found.hops, found].map((site) => localize(site.field.label, locale))].join(' › ')
  return (
    <div className="pwd-box" data-calculated="">
      <Icon name="lookup" className="pwd-quiet" />
      <span className="pwd-cut" title={text}>
        {text}
      </span>
    </div>
  )
}
