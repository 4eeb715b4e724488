import { Icon } from '@pipewright/ui'
import { Button, Dropdown } from 'antd'
import type { useTemplates } from './use-templates.ts'
import { useMailText } from './use-mail-text.ts'

/** Chooses a template to begin with, and says where values were left out. */
export function TemplateMenu({ templates, lacks }: ReturnType<typeof useTemplates>) {
  const t = useMailText()
  if (templates.length === 0) return null
  const items = templates.map(({ key, label, choose }) => ({ key, label, onClick: choose }))
  return (
    <div className="mail-templates">
      <Dropdown
        trigger={['click']}
        menu={{ items, className: 'mail-template-menu', 'aria-label': t('templates') }}
      >
        <Button icon={<Icon name="file-text" />}>
          {t('templates')} <Icon name="down" />
        </Button>
      </Dropdown>
      <p className="pw-quiet mail-lacks" role="status">
        {lacks && t('templateLacks')}
      </p>
    </div>
  )
}
