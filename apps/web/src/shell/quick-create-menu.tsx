import { PlusOutlined } from '@ant-design/icons'
import type { App } from '@pipewright/contract'
import { localize } from '@pipewright/metadata'
import type { Form } from '@pipewright/schemas'
import { Icon, useNarrow, useUiLocale, type UiLocale } from '@pipewright/ui'
import { Button, Dropdown } from 'antd'
import { useNavigate } from 'react-router'
import { useText } from '../texts/use-text.ts'
import { newRecordPlace, startsOf } from './record-types.ts'
import { useWorkspace, workspacePath } from './workspace-context.ts'

/** A form, and below it each type its records can be of and each set of values; an entry's key is where it leads. */
function entriesOf(app: App, form: Form, locale: UiLocale) {
  const name = localize(form.label, locale)
  return [
    { key: newRecordPlace(form.key), icon: <Icon name={form.icon ?? 'form'} />, label: name },
    ...startsOf(app, form, locale).map(({ place, label }) => ({
      key: place,
      label: (
        <span className="shell-new-type">
          <span className="pw-hidden-text">{`${name}: `}</span>
          {label}
        </span>
      ),
    })),
  ]
}

/** A new record of any form one may make records of, and of any of its types. */
export function QuickCreateMenu() {
  const app = useWorkspace()
  const text = useText()
  const locale = useUiLocale()
  const narrow = useNarrow()
  const navigate = useNavigate()
  const items = app.definition.forms
    .filter((form) => app.rights[form.key]?.create === true)
    .flatMap((form) => entriesOf(app, form, locale))
  if (items.length === 0) return null
  return (
    <Dropdown
      autoFocus
      trigger={['click']}
      classNames={{ root: 'shell-new' }}
      menu={{ items, onClick: ({ key }) => void navigate(workspacePath(app, key)) }}
    >
      <Button type={narrow ? 'primary' : 'default'} icon={<PlusOutlined />} aria-label={text('quickCreate')}>
        {narrow ? null : text('quickCreate')}
      </Button>
    </Dropdown>
  )
}
