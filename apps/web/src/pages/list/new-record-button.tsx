import { DownOutlined, PlusOutlined } from '@ant-design/icons'
import { indexDefinition, localize } from '@pipewright/metadata'
import type { Form } from '@pipewright/schemas'
import { useUiLocale } from '@pipewright/ui'
import { Button, Dropdown, Space } from 'antd'
import { useNavigate } from 'react-router'
import { useWorkspace, workspacePath } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'

/** Options of the field that says of which type a record is, where somebody may choose one. */
function useRecordTypes(form: Form) {
  const app = useWorkspace()
  const { typeField } = form
  const field = form.fields.find(({ key }) => key === typeField)
  if (field === undefined || app.rights[form.key]?.fields[field.key] !== 'write') return []
  return indexDefinition(app.definition)
    .options(field)
    .filter(({ inactive }) => inactive !== true)
}

/** A new record; of which type, where there are several. */
export function NewRecordButton({ form }: { readonly form: Form }) {
  const app = useWorkspace()
  const text = useText()
  const locale = useUiLocale()
  const navigate = useNavigate()
  const types = useRecordTypes(form)
  const go = (query: string) => void navigate(workspacePath(app, `/f/${form.key}/new${query}`))
  const main = (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => go('')}>
      {text('newRecord', { form: localize(form.label, locale) })}
    </Button>
  )
  if (types.length === 0) return main
  const items = types.map(({ key, label }) => ({ key, label: localize(label, locale) }))
  const start = (type: string) =>
    go(`?values=${encodeURIComponent(JSON.stringify({ [form.typeField ?? '']: type }))}`)
  return (
    <Space.Compact>
      {main}
      <Dropdown autoFocus trigger={['click']} menu={{ items, onClick: ({ key }) => start(key) }}>
        <Button type="primary" icon={<DownOutlined />} aria-label={text('newOfType')} />
      </Dropdown>
    </Space.Compact>
  )
}
