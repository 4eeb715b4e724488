import type { Expression } from '@pipewright/schemas'
import { Alert, Button } from 'antd'
import { useId, useState } from 'react'
import { useTexts } from '../texts/use-texts.ts'
import { GroupEditor } from './group-editor.tsx'
import type { FilterBuilderProps } from './filter-props.ts'
import { emptyGroup, readFilter, writeFilter, type Group } from './filter-tree.ts'
import { useOfferedFields } from './offered-fields.ts'
import './filter.css'

/** Builds a condition of single comparisons; what is not complete yet is kept here and says nothing outside. */
export function FilterBuilder({ form, value, onChange, text, throughRelations = false }: FilterBuilderProps) {
  const id = useId()
  const t = useTexts()
  const fields = useOfferedFields(form, throughRelations)
  const [state, setState] = useState<{ readonly tree: Group | null; readonly said: Expression | null }>(
    () => ({ tree: readFilter(value), said: value }),
  )
  // The filter was replaced from outside, for example by "clear".
  const tree = JSON.stringify(state.said) === JSON.stringify(value) ? state.tree : readFilter(value)
  const change = (next: Group) => {
    const said = writeFilter(next)
    setState({ tree: next, said })
    if (JSON.stringify(said) !== JSON.stringify(value)) onChange(said)
  }
  if (tree === null)
    return (
      <Alert
        type="info"
        title={t('filter.complex')}
        action={
          <Button size="small" onClick={() => change(emptyGroup)}>
            {t('filter.clear')}
          </Button>
        }
      />
    )
  return <GroupEditor id={id} group={tree} fields={fields} depth={0} text={text} onChange={change} />
}
