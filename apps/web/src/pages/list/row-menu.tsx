import type { RecordAnswer } from '@pipewright/contract'
import { buttonsOf, localize } from '@pipewright/metadata'
import type { Form } from '@pipewright/schemas'
import { MenuAt, useUiLocale } from '@pipewright/ui'
import { useQuery } from '@tanstack/react-query'
import { client } from '../../queries/client.ts'
import { useWorkspace } from '../../shell/workspace-context.ts'
import { useButtonPress } from '../record/use-button-press.ts'
import { useText } from '../../texts/use-text.ts'
import type { NotedIn } from '../record/follow-up/use-follow-up-log.ts'
import { useAsking } from './use-asking.ts'

/** No key of a button. */
const noteKey = '$note'

export interface RowMenuProps {
  readonly form: Form
  readonly record: RecordAnswer
  /** Where it opens, and where the focus goes back to. */
  readonly at: HTMLElement
  /** Where follow-ups of its records are noted. */
  readonly log: NotedIn | undefined
  readonly onNote: (record: RecordAnswer) => void
  readonly onClose: () => void
}

/** The buttons of the form that the record meets the conditions of now, as the server says. */
function useOffered({ form, record }: RowMenuProps) {
  const params = { workspace: useWorkspace().workspace.key, form: form.key, id: record.id }
  return useQuery({
    queryKey: ['records', form.key, 'buttons', record.id, record.version],
    queryFn: async () => (await client.call('listButtons', { params })).buttons,
    enabled: buttonsOf(form).length > 0,
    gcTime: 0,
  })
}

/** What can be done with one record of a list, at its row. */
export function RowMenu(props: RowMenuProps) {
  const { form, record, at, onClose } = props
  const locale = useUiLocale()
  const text = useText()
  const offered = useOffered(props)
  const press = useButtonPress(form.key, record)
  const ask = useAsking()
  const buttons = buttonsOf(form).filter(({ key }) => offered.data?.includes(key) === true)
  const state = text(offered.isLoading ? 'loading' : offered.isError ? 'offline' : 'noButtons')
  const log = record.deleted_at === null ? props.log : undefined
  const items = [
    ...(log === undefined
      ? []
      : [
          {
            key: noteKey,
            label: text('logRelated', { form: localize(log.form.label, locale).toLowerCase() }),
          },
        ]),
    ...buttons.map((button) => ({
      key: button.key,
      label: localize(button.label, locale),
      danger: button.look === 'danger',
    })),
    ...(buttons.length === 0 && (log === undefined || offered.isLoading)
      ? [{ key: '', label: state, disabled: true }]
      : []),
  ]
  return (
    <MenuAt
      at={at}
      items={items}
      onClose={onClose}
      onChoose={(key) => {
        if (key === noteKey) return props.onNote(record)
        const button = buttons.find((each) => each.key === key)
        if (button !== undefined) ask(button, localize(button.label, locale), () => void press(button))
      }}
    />
  )
}
