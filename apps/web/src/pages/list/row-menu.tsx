import type { RecordAnswer } from '@pipewright/contract'
import { buttonsOf, localize } from '@pipewright/metadata'
import type { Form } from '@pipewright/schemas'
import { MenuAt, useUiLocale } from '@pipewright/ui'
import { useQuery } from '@tanstack/react-query'
import { client } from '../../queries/client.ts'
import { useWorkspace } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'
import { useButtonPress } from '../record/use-button-press.ts'
import { useAsking } from './use-asking.ts'

export interface RowMenuProps {
  readonly form: Form
  readonly record: RecordAnswer
  /** Where it opens, and where the focus goes back to. */
  readonly at: HTMLElement
  readonly onClose: () => void
}

/** The buttons of the form that the record meets the conditions of now, as the server says. */
function useOffered({ form, record }: RowMenuProps) {
  const params = { workspace: useWorkspace().workspace.key, form: form.key, id: record.id }
  return useQuery({
    queryKey: ['records', form.key, 'buttons', record.id, record.version],
    queryFn: async () => (await client.call('listButtons', { params })).buttons,
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
  const note = text(offered.isPending ? 'loading' : offered.isError ? 'offline' : 'noButtons')
  const items =
    buttons.length === 0
      ? [{ key: '', label: note, disabled: true }]
      : buttons.map((button) => ({
          key: button.key,
          label: localize(button.label, locale),
          danger: button.look === 'danger',
        }))
  return (
    <MenuAt
      at={at}
      items={items}
      onClose={onClose}
      onChoose={(key) => {
        const button = buttons.find((each) => each.key === key)
        if (button !== undefined) ask(button, localize(button.label, locale), () => void press(button))
      }}
    />
  )
}
