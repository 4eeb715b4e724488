import type { Option } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import { Dropdown, type MenuProps } from 'antd'
import { useState } from 'react'
import type { RowDrag } from '../dnd/use-row-drag.ts'
import { useDesign } from '../environment/design-context.ts'
import { ColorPicker } from '../parts/color-picker.tsx'
import { TypedInput } from '../parts/typed-input.tsx'
import { useLocalized } from '../environment/use-localized.ts'
import { useTexts } from '../texts/use-texts.ts'
import { changeOption, moveOption, removeOption } from './option-edits.ts'
import { OptionDetails } from './option-details.tsx'
import { namesAbove } from './names-above.ts'
import type { OptionsAbove } from './options-above.ts'

export interface OptionRowProps {
  readonly option: Option
  readonly options: readonly Option[]
  /** Options are stages: outcome and probability count. */
  readonly stages: boolean
  /** What the options depend on. */
  readonly above: OptionsAbove | undefined
  readonly onOptions: (options: Option[]) => void
}

/** A row of the list, with its handle to drag it by. */
interface DraggedRowProps extends OptionRowProps {
  readonly drag: RowDrag
}

function useOptionMenu({ option, options, onOptions }: OptionRowProps): MenuProps['items'] {
  const t = useTexts()
  const position = options.indexOf(option)
  return [
    {
      key: 'up',
      label: t('canvas.moveUp'),
      icon: <Icon name="arrow-up" />,
      disabled: position === 0,
      onClick: () => onOptions(moveOption(options, option.key, -1)),
    },
    {
      key: 'down',
      label: t('canvas.moveDown'),
      icon: <Icon name="arrow-down" />,
      disabled: position === options.length - 1,
      onClick: () => onOptions(moveOption(options, option.key, 1)),
    },
    { type: 'divider' },
    {
      key: 'remove',
      label: t('canvas.remove'),
      icon: <Icon name="delete" />,
      danger: true,
      disabled: options.length === 1,
      onClick: () => onOptions(removeOption(options, option.key)),
    },
  ]
}

/** Colour and name. */
function OptionFace({ option, options, onOptions }: OptionRowProps) {
  const t = useTexts()
  const read = useLocalized()
  const { locale } = useDesign()
  const name = read(option.label)
  return (
    <>
      <ColorPicker
        label={t('options.color', { name })}
        value={option.color}
        onPick={(color) => onOptions(changeOption(options, option.key, { color }))}
      />
      <TypedInput
        size="small"
        label={t('options.name', { name })}
        value={option.label[locale] ?? ''}
        placeholder={name}
        onCommit={(text) =>
          onOptions(changeOption(options, option.key, { label: { ...option.label, [locale]: text } }))
        }
      />
    </>
  )
}

/** One option: colour and name at hand, the rest behind. */
export function OptionRow(props: DraggedRowProps) {
  const { option, options, stages, above, drag, onOptions } = props
  const t = useTexts()
  const read = useLocalized()
  const [open, setOpen] = useState(false)
  const name = read(option.label)
  const items = useOptionMenu(props)
  return (
    <li
      className="pwd-option"
      data-inactive={option.inactive === true ? '' : undefined}
      data-over={drag.over === option.key ? '' : undefined}
      {...drag.row(option.key)}
    >
      <div className="pwd-option-row">
        {/* The menu of the row moves it without a mouse. */}
        <span className="pwd-grip" aria-hidden="true" {...drag.handle(option.key)}>
          <Icon name="drag" />
        </span>
        <OptionFace {...props} />
        <button
          type="button"
          className="pwd-tool"
          aria-expanded={open}
          aria-label={t('options.details', { name })}
          onClick={() => setOpen(!open)}
        >
          <Icon name={open ? 'up' : 'down'} />
        </button>
        <Dropdown autoFocus menu={{ items: items ?? [] }} trigger={['click']}>
          <button type="button" className="pwd-tool" aria-label={t('canvas.more', { label: name })}>
            <Icon name="more" />
          </button>
        </Dropdown>
      </div>
      {above !== undefined && option.parents !== undefined && !open && (
        <div className="pwd-option-above">
          {t('options.onlyFor', { names: namesAbove(above, option.parents, read) })}
        </div>
      )}
      {open && (
        <OptionDetails
          option={option}
          stages={stages}
          above={above}
          onChange={(changes) => onOptions(changeOption(options, option.key, changes))}
        />
      )}
    </li>
  )
}
