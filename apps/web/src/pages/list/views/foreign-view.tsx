import { Alert, Button } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useLinkedView } from '../../../queries/views.ts'
import { useWorkspace } from '../../../shell/workspace-context.ts'
import { useText } from '../../../texts/use-text.ts'
import { ViewDialog } from './view-dialog.tsx'

/** Says whose view a link leads to that is not among the tabs, and offers its settings. */
export function ForeignView({ id }: { readonly id: string }) {
  const { workspace, people } = useWorkspace()
  const text = useText()
  const navigate = useNavigate()
  const [isNaming, setNaming] = useState(false)
  const found = useLinkedView(workspace.key, id)
  if (found.isPending) return null
  const { data: view } = found
  if (view === undefined || found.isError) return <Alert banner type="info" title={text('viewGone')} />
  const owner = people.find((person) => person.id === view.owner)?.name ?? ''
  if (view.may.manage)
    return <Alert banner type="info" title={text('viewOfOthers', { name: view.name, owner })} />
  return (
    <>
      <Alert
        banner
        type="info"
        title={`${text('viewForeign', { name: view.name, owner })} ${text('viewForeignHint')}`}
        action={
          <Button size="small" onClick={() => setNaming(true)}>
            {text('viewTake')}
          </Button>
        }
      />
      {isNaming && (
        <ViewDialog
          form={view.form}
          name={view.name}
          settings={view.settings}
          onClose={() => setNaming(false)}
          onSaved={({ id: own }) => void navigate(`?view=${own}`)}
        />
      )}
    </>
  )
}
