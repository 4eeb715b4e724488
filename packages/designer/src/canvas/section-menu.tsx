import type { Form, Section } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import { Dropdown, type MenuProps } from 'antd'
import { memo } from 'react'
import { usePasteFromSystem } from '../clipboard/use-paste-from-system.ts'
import { useDesign } from '../environment/design-context.ts'
import { useTexts } from '../texts/use-texts.ts'
import { moveSectionBy } from '../tree/move-edits.ts'

/** Moves a section or takes it away; its fields stay on the form. */
export const SectionMenu = memo(function SectionMenu(props: {
  readonly form: Form
  readonly section: Section
  readonly label: string
}) {
  const { form, section, label } = props
  const t = useTexts()
  const { edit, select } = useDesign()
  const paste = usePasteFromSystem(form)
  const up = moveSectionBy(form, section.key, -1)
  const down = moveSectionBy(form, section.key, 1)
  const items: MenuProps['items'] = [
    {
      key: 'up',
      label: t('canvas.moveUp'),
      icon: <Icon name="arrow-up" />,
      disabled: up === null,
      onClick: () => up !== null && edit(up),
    },
    {
      key: 'down',
      label: t('canvas.moveDown'),
      icon: <Icon name="arrow-down" />,
      disabled: down === null,
      onClick: () => down !== null && edit(down),
    },
    {
      key: 'paste',
      label: t('canvas.paste'),
      icon: <Icon name="snippets" />,
      onClick: () => void paste({ section: section.key, index: section.items.length }),
    },
    { type: 'divider' },
    {
      key: 'remove',
      label: t('canvas.removeSection'),
      icon: <Icon name="delete" />,
      danger: true,
      disabled: form.layout.sections.length === 1,
      onClick: () => {
        if (edit({ type: 'removeSection', form: form.key, section: section.key })) select({ kind: 'form' })
      },
    },
  ]
  return (
    <Dropdown autoFocus menu={{ items }} trigger={['click']}>
      <button type="button" className="pwd-tool" aria-label={t('canvas.more', { label })}>
        <Icon name="more" />
      </button>
    </Dropdown>
  )
})
