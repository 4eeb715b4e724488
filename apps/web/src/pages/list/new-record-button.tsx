import { DownOutlined, PlusOutlined } from '@ant-design/icons'
import { localize } from '@pipewright/metadata'
import type { Form } from '@pipewright/schemas'
import { useUiLocale } from '@pipewright/ui'
import { Button, Dropdown, Space, Tooltip } from 'antd'
import { useNavigate } from 'react-router'
import { useFillLimit } from '../record/use-fill-limit.ts'
import { newRecordPlace, startsOf } from '../../shell/record-types.ts'
import { useWorkspace, workspacePath } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'

/** A new record; of which type or with which values, where there are several. */
export function NewRecordButton({ form }: { readonly form: Form }) {
  const app = useWorkspace()
  const text = useText()
  const locale = useUiLocale()
  const navigate = useNavigate()
  const starts = startsOf(app, form, locale)
  const go = (place: string) => void navigate(workspacePath(app, place))
  const full = useFillLimit(form)
  const name = text('newRecord', { form: localize(form.label, locale) })
  if (full !== undefined)
    // It can still be reached, by keyboard too, and then says why it does nothing.
    return (
      <Tooltip title={full} trigger={['hover', 'focus', 'click']}>
        <Button className="list-new-off" aria-disabled icon={<PlusOutlined />}>
          {name}
        </Button>
      </Tooltip>
    )
  const main = (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => go(newRecordPlace(form.key))}>
      {name}
    </Button>
  )
  if (starts.length === 0) return main
  const items = starts.map(({ place, label }) => ({ key: place, label }))
  return (
    <Space.Compact>
      {main}
      <Dropdown autoFocus trigger={['click']} menu={{ items, onClick: ({ key }) => go(key) }}>
        <Button type="primary" icon={<DownOutlined />} aria-label={text('newOfType')} />
      </Dropdown>
    </Space.Compact>
  )
}
