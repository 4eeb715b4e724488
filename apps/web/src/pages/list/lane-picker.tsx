import { localize, meets } from '@pipewright/metadata'
import { useRenderer } from '@pipewright/renderer'
import { Icon, useUiLocale } from '@pipewright/ui'
import { Button, Dropdown } from 'antd'
import { useText } from '../../texts/use-text.ts'
import { noLanes } from './list-address.ts'
import type { ListProps } from './list-props.ts'
import { lanesOf } from './list-query.ts'

const ofEveryRecord = ['owner', 'department']

/** Chooses the field whose values are the lanes of a board. */
export function LanePicker({ form, view, address, onAddress }: ListProps) {
  const text = useText()
  const locale = useUiLocale()
  const { index } = useRenderer()
  const lanes = lanesOf(view, address)
  const fields = [...form.fields.map(({ key }) => key), ...ofEveryRecord].flatMap((key) => {
    const found = key === view.groupBy ? undefined : index.field(form.key, key)
    return found !== undefined && meets(found, 'viewGroup') ? [found.field] : []
  })
  if (fields.length === 0) return null
  const chosen = fields.find(({ key }) => key === lanes)
  const choose = (key: string) => {
    const wanted = key === noLanes ? undefined : key
    onAddress({ lanes: wanted === view.lanes ? null : (wanted ?? noLanes) })
  }
  return (
    <Dropdown
      autoFocus
      trigger={['click']}
      menu={{
        selectable: true,
        selectedKeys: [lanes ?? noLanes],
        items: [
          { key: noLanes, label: text('lanesNone') },
          { type: 'divider' },
          ...fields.map(({ key, label }) => ({ key, label: localize(label, locale) })),
        ],
        onClick: ({ key }) => choose(key),
      }}
    >
      <Button icon={<Icon name="menu" />}>
        {chosen === undefined
          ? text('lanesBy')
          : text('lanesChosen', { field: localize(chosen.label, locale) })}
      </Button>
    </Dropdown>
  )
}
