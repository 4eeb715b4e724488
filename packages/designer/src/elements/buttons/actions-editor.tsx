import type { ButtonAction, Form } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import { Select } from 'antd'
import { useDefinition } from '../../environment/design-context.ts'
import { PropertyGroup } from '../../parts/property.tsx'
import { useTexts } from '../../texts/use-texts.ts'
import { ActionEditor } from './action-editor.tsx'
import { actionTypes, newAction, type ActionType } from './new-action.ts'

export interface ActionsEditorProps {
  readonly form: Form
  readonly actions: readonly ButtonAction[]
  readonly onChange: (actions: ButtonAction[]) => void
}

const most = 10

function swapped(actions: readonly ButtonAction[], at: number, by: -1 | 1): ButtonAction[] {
  const list = [...actions]
  const [moved] = list.splice(at, 1)
  if (moved !== undefined) list.splice(at + by, 0, moved)
  return list
}

/** The name of an action, its place in the order, and a way to be rid of it. */
function ActionHead({
  name,
  at,
  actions,
  onChange,
}: Omit<ActionsEditorProps, 'form'> & { readonly name: string; readonly at: number }) {
  const t = useTexts()
  const tools = [
    { key: 'actionUp', icon: 'arrow-up', off: at === 0, next: () => swapped(actions, at, -1) },
    {
      key: 'actionDown',
      icon: 'arrow-down',
      off: at === actions.length - 1,
      next: () => swapped(actions, at, 1),
    },
    {
      key: 'actionRemove',
      icon: 'close',
      off: actions.length === 1,
      next: () => actions.filter((_one, place) => place !== at),
    },
  ] as const
  return (
    <div className="pwd-line">
      <strong className="pwd-grow">{`${at + 1}. ${name}`}</strong>
      {tools.map(({ key, icon, off, next }) => (
        <button
          key={key}
          type="button"
          className="pwd-tool"
          disabled={off}
          aria-label={t(`elements.${key}`, { action: name })}
          onClick={() => onChange(next())}
        >
          <Icon name={icon} />
        </button>
      ))}
    </div>
  )
}

/** What a button does, one after the other. */
export function ActionsEditor({ form, actions, onChange }: ActionsEditorProps) {
  const t = useTexts()
  const definition = useDefinition()
  return (
    <PropertyGroup title={t('elements.actions')}>
      <p className="pwd-property-help">{t('elements.actionsHelp')}</p>
      {actions.map((action, at) => {
        const name = t(`elements.action_${action.type}`)
        return (
          <div key={`${at}-${action.type}`} className="pwd-action" role="group" aria-label={name}>
            <ActionHead {...{ name, at, actions, onChange }} />
            <ActionEditor
              form={form}
              action={action}
              onChange={(next) => onChange(actions.map((one, place) => (place === at ? next : one)))}
            />
          </div>
        )
      })}
      {actions.length < most && (
        <Select<ActionType | null>
          className="pwd-full"
          aria-label={t('elements.addAction')}
          placeholder={t('elements.addAction')}
          prefix={<Icon name="plus" />}
          value={null}
          options={actionTypes
            .filter((type) => newAction(definition, form, type) !== undefined)
            .map((type) => ({ value: type, label: t(`elements.action_${type}`) }))}
          onChange={(type) => {
            const added = type === null ? undefined : newAction(definition, form, type)
            if (added !== undefined) onChange([...actions, added])
          }}
        />
      )}
    </PropertyGroup>
  )
}
