import type { Form } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import { Dropdown, type MenuProps } from 'antd'
import { useLocalized } from '../environment/use-localized.ts'
import { useTexts } from '../texts/use-texts.ts'
import { placeOf } from '../tree/layout-places.ts'
import { useFieldActions } from './use-field-actions.ts'

export interface FieldMenuProps {
  readonly form: Form
  readonly field: string
  readonly label: string
}

/** Everything that dragging does, and taking the field away, as a menu. */
export function FieldMenu({ form, field, label }: FieldMenuProps) {
  const t = useTexts()
  const read = useLocalized()
  const actions = useFieldActions(form, field)
  const own = placeOf(form.layout, field)
  const others = form.layout.sections.filter(({ key }) => key !== own?.section)
  const items: MenuProps['items'] = [
    {
      key: 'up',
      label: t('canvas.moveUp'),
      icon: <Icon name="arrow-up" />,
      extra: 'Alt ↑',
      disabled: !actions.canMoveBy(-1),
      onClick: () => actions.moveBy(-1),
    },
    {
      key: 'down',
      label: t('canvas.moveDown'),
      icon: <Icon name="arrow-down" />,
      extra: 'Alt ↓',
      disabled: !actions.canMoveBy(1),
      onClick: () => actions.moveBy(1),
    },
    ...(others.length === 0
      ? []
      : [
          {
            key: 'section',
            label: t('canvas.moveToSection'),
            icon: <Icon name="layout" />,
            children: others.map((section) => ({
              key: `to-${section.key}`,
              label: read(section.label, t('canvas.untitled')),
              onClick: () => actions.moveToSection(section.key),
            })),
          },
        ]),
    { type: 'divider' },
    {
      key: 'remove',
      label: t('canvas.remove'),
      icon: <Icon name="delete" />,
      danger: true,
      onClick: () => actions.remove(),
    },
  ]
  return (
    <Dropdown menu={{ items }} trigger={['click']}>
      <button type="button" className="pwd-tool" aria-label={t('canvas.more', { label })}>
        <Icon name="more" />
      </button>
    </Dropdown>
  )
}
