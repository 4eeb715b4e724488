import { PlusOutlined } from '@ant-design/icons'
import { localize } from '@pipewright/metadata'
import { Icon, useNarrow, useUiLocale } from '@pipewright/ui'
import { Button, Dropdown } from 'antd'
import { useNavigate } from 'react-router'
import { useText } from '../texts/use-text.ts'
import { useWorkspace, workspacePath } from './workspace-context.ts'

/** A new record of any form one may make records of. */
export function QuickCreateMenu() {
  const app = useWorkspace()
  const text = useText()
  const locale = useUiLocale()
  const narrow = useNarrow()
  const navigate = useNavigate()
  const items = app.definition.forms
    .filter((form) => app.rights[form.key]?.create === true)
    .map((form) => ({
      key: form.key,
      icon: <Icon name={form.icon ?? 'form'} />,
      label: localize(form.label, locale),
    }))
  if (items.length === 0) return null
  return (
    <Dropdown
      autoFocus
      trigger={['click']}
      menu={{ items, onClick: ({ key }) => void navigate(workspacePath(app, `/f/${key}/new`)) }}
    >
      <Button type={narrow ? 'primary' : 'default'} icon={<PlusOutlined />} aria-label={text('quickCreate')}>
        {narrow ? null : text('quickCreate')}
      </Button>
    </Dropdown>
  )
}
