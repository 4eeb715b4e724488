import { Icon } from '@pipewright/ui'
import { Button, Select } from 'antd'
import { useTexts } from '../texts/use-texts.ts'
import { ConditionRow } from './condition-row.tsx'
import { filterOperators } from './filter-operator.ts'
import { emptyGroup, type Condition, type FilterNode, type Group } from './filter-tree.ts'
import type { OfferedFields } from './offered-fields.ts'

export interface GroupEditorProps {
  readonly id: string
  readonly group: Group
  readonly fields: OfferedFields
  readonly depth: number
  readonly text?: string | undefined
  readonly onChange: (group: Group) => void
  readonly onRemove?: () => void
}

const deepest = 2

function freshCondition({ first }: OfferedFields): Condition {
  const operator = first === undefined ? 'eq' : (filterOperators(first.field)[0] ?? 'eq')
  return { kind: 'condition', path: first?.path ?? '', operator, value: null }
}

interface JoinProps {
  readonly group: Group
  readonly onChange: (group: Group) => void
  readonly onRemove: (() => void) | undefined
}

function JoinPicker({ group, onChange, onRemove }: JoinProps) {
  const t = useTexts()
  const joins = [
    { value: 'and' as const, label: t('filter.all') },
    { value: 'or' as const, label: t('filter.any') },
  ]
  return (
    <div className="pw-filter-join">
      <Select
        aria-label={t('filter.match')}
        options={joins}
        value={group.join}
        onChange={(join) => onChange({ ...group, join })}
      />
      {onRemove !== undefined && (
        <Button
          type="text"
          aria-label={t('filter.removeGroup')}
          icon={<Icon name="close" />}
          onClick={onRemove}
        />
      )}
    </div>
  )
}

interface AddButtonsProps {
  readonly nested: boolean
  readonly fields: OfferedFields
  readonly onAdd: (node: FilterNode) => void
}

function AddButtons({ nested, fields, onAdd }: AddButtonsProps) {
  const t = useTexts()
  return (
    <div className="pw-filter-add">
      <Button
        size="small"
        type="link"
        icon={<Icon name="plus" />}
        onClick={() => onAdd(freshCondition(fields))}
      >
        {t('filter.add')}
      </Button>
      {nested && (
        <Button
          size="small"
          type="link"
          icon={<Icon name="plus" />}
          onClick={() => onAdd({ ...emptyGroup, join: 'or', items: [freshCondition(fields)] })}
        >
          {t('filter.addGroup')}
        </Button>
      )}
    </div>
  )
}

/** Conditions that hold together, all or any of them; groups can stand inside. */
export function GroupEditor({ id, group, fields, depth, text, onChange, onRemove }: GroupEditorProps) {
  const t = useTexts()
  const replace = (at: number, ...nodes: readonly FilterNode[]) =>
    onChange({ ...group, items: [...group.items.slice(0, at), ...nodes, ...group.items.slice(at + 1)] })
  return (
    <fieldset className="pw-filter-group" data-depth={depth}>
      {(group.items.length > 1 || depth > 0) && (
        <JoinPicker group={group} onChange={onChange} onRemove={onRemove} />
      )}
      {group.items.length === 0 && <p className="pw-quiet">{text ?? t('filter.none')}</p>}
      {group.items.map((node, at) => {
        const props = {
          id: `${id}-${at}`,
          fields,
          onChange: (next: FilterNode) => replace(at, next),
          onRemove: () => replace(at),
        }
        return node.kind === 'condition' ? (
          <ConditionRow key={at} {...props} position={at} condition={node} />
        ) : (
          <GroupEditor key={at} {...props} depth={depth + 1} group={node} />
        )
      })}
      <AddButtons
        nested={depth < deepest && group.items.length > 0}
        fields={fields}
        onAdd={(node) => onChange({ ...group, items: [...group.items, node] })}
      />
    </fieldset>
  )
}
