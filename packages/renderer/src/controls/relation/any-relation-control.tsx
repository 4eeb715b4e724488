import { refValue } from '@pipewright/compiler'
import { localize, targetPartsOf } from '@pipewright/metadata'
import type { AnyRelationField, RelationField } from '@pipewright/schemas'
import { useNarrow } from '@pipewright/ui'
import { useNames } from '../../environment/use-names.ts'
import { useRenderer } from '../../environment/use-renderer.ts'
import type { ControlProps } from '../field-control.ts'
import { partOf } from '../part-of.ts'
import { RelationControl } from './relation-control.tsx'
import { TargetSelect } from './target-select.tsx'
import { TargetSheet } from './target-sheet.tsx'
import { useTargetPicking } from './use-target-picking.tsx'

interface TargetsProps extends ControlProps<AnyRelationField> {
  readonly parts: readonly RelationField[]
}

/** Searches in all forms at once. */
function TargetsControl({ parts, ...props }: TargetsProps) {
  const { index, locale, titles } = useRenderer()
  const narrow = useNarrow()
  const [form, id] = [partOf(props.value, 'form'), partOf(props.value, 'id')]
  const isNamed = id === '' || props.titles[id] !== undefined
  const nameOf = useNames(isNamed ? [] : [{ form, ids: [id] }])
  const picking = useTargetPicking(props, parts)
  const title = id === '' ? '' : (titles.find(id) ?? props.titles[id] ?? nameOf(id))
  const formName = localize(index.form(form)?.label, locale)
  const picker = {
    control: props,
    picking,
    value: id === '' ? null : `${form}:${id}`,
    said: id === '' ? '' : `${formName} ${title}`,
    shown: (
      <span className="pw-any-relation-value">
        <span className="pw-quiet">{formName}</span> <span className="pw-cell-text">{title}</span>
      </span>
    ),
    onClear: () => props.onChange(null),
  }
  return (
    <>
      {narrow ? <TargetSheet {...picker} /> : <TargetSelect {...picker} />}
      {picking.dialog}
    </>
  )
}

/** Picks a record of any of the forms the reader may see; of a single one as a relation to one form does. */
export function AnyRelationControl(props: ControlProps<AnyRelationField>) {
  const { rights } = useRenderer()
  const named = partOf(props.value, 'form')
  const parts = targetPartsOf(props.field)
  const readable = parts.filter(({ form }) => rights[form]?.read === true)
  const [only] = readable
  if (readable.length !== 1 || only === undefined || (named !== '' && named !== only.form))
    return readable.length === 0 && named === '' ? null : <TargetsControl {...props} parts={readable} />
  return (
    <RelationControl
      {...props}
      field={only}
      value={partOf(props.value, 'id') || null}
      onChange={(id) => props.onChange(typeof id === 'string' ? refValue({ form: only.form, id }) : null)}
    />
  )
}
