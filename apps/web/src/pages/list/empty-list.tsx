import { localize } from '@pipewright/metadata'
import type { Form } from '@pipewright/schemas'
import { EmptyState, useUiLocale } from '@pipewright/ui'
import { Button, Flex } from 'antd'
import { useNavigate } from 'react-router'
import { mayImport } from '../../shell/may-import.ts'
import { useWorkspace, workspacePath } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'
import { NewRecordButton } from './new-record-button.tsx'

/** Nothing to show: either nothing fits, or nothing is there yet and this is how to begin. */
export function EmptyList(props: { form: Form; filtered: boolean; onClear: () => void }) {
  const app = useWorkspace()
  const text = useText()
  const locale = useUiLocale()
  const navigate = useNavigate()
  const rights = app.rights[props.form.key]
  if (props.filtered)
    return (
      <EmptyState
        icon="filter"
        title={text('emptyFiltered')}
        action={<Button onClick={props.onClear}>{text('clearFilter')}</Button>}
      />
    )
  const go = (rest: string) => void navigate(workspacePath(app, `/f/${props.form.key}${rest}`))
  return (
    <EmptyState
      icon={props.form.icon ?? 'inbox'}
      title={text('emptyList', { form: localize(props.form.labelPlural, locale) })}
      text={text('emptyListHint')}
      action={
        <Flex gap={8}>
          {rights?.create && <NewRecordButton form={props.form} />}
          {mayImport(rights) && <Button onClick={() => go('/import')}>{text('importButton')}</Button>}
        </Flex>
      }
    />
  )
}
