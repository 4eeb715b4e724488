import { DownOutlined, PlusOutlined } from '@ant-design/icons'
import { localize } from '@pipewright/metadata'
import type { Form } from '@pipewright/schemas'
import { useUiLocale } from '@pipewright/ui'
import { Button, Dropdown, Space } from 'antd'
import { useNavigate } from 'react-router'
import { newRecordPlace, recordTypes } from '../../shell/record-types.ts'
import { useWorkspace, workspacePath } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'

/** A new record; of which type, where there are several. */
export function NewRecordButton({ form }: { readonly form: Form }) {
  const app = useWorkspace()
  const text = useText()
  const locale = useUiLocale()
  const navigate = useNavigate()
  const types = recordTypes(app, form)
  const start = (type?: string) => void navigate(workspacePath(app, newRecordPlace(form, type)))
  const main = (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => start()}>
      {text('newRecord', { form: localize(form.label, locale) })}
    </Button>
  )
  if (types.length === 0) return main
  const items = types.map(({ key, label }) => ({ key, label: localize(label, locale) }))
  return (
    <Space.Compact>
      {main}
      <Dropdown autoFocus trigger={['click']} menu={{ items, onClick: ({ key }) => start(key) }}>
        <Button type="primary" icon={<DownOutlined />} aria-label={text('newOfType')} />
      </Dropdown>
    </Space.Compact>
  )
}
