import { localize } from '@pipewright/metadata'
import type { View } from '@pipewright/schemas'
import { Icon, useUiLocale } from '@pipewright/ui'
import { Tabs } from 'antd'

export function ViewTabs(props: {
  views: readonly View[]
  chosen: View
  deleted: boolean
  onChoose: (key: string) => void
}) {
  const locale = useUiLocale()
  const items = props.views.map((view) => ({
    key: view.key,
    label: localize(view.label, locale),
    icon: <Icon name={view.type === 'board' ? 'board' : 'table'} />,
  }))
  return (
    <Tabs
      className="list-views"
      size="small"
      items={items}
      activeKey={props.deleted ? '' : props.chosen.key}
      onChange={props.onChoose}
      tabBarStyle={{ padding: '0 24px', margin: 0 }}
    />
  )
}
