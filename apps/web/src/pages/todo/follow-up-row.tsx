import { CheckOutlined, PhoneOutlined } from '@ant-design/icons'
import type { FollowUp } from '@pipewright/contract'
import { localize } from '@pipewright/metadata'
import { useUiLocale } from '@pipewright/ui'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useWorkspace, workspacePath } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'
import { newChangeSet } from '../../undo/new-change-set.ts'
import { useOfferUndo } from '../../undo/use-offer-undo.tsx'
import { dueWords } from './due-words.ts'
import { useTodoAct } from './use-todo.ts'

/** A record of one's own whose next follow-up is due; ticked off, it has none until another day is set. */
export function FollowUpRow({ followUp, tools }: { followUp: FollowUp; tools: ReactNode }) {
  const app = useWorkspace()
  const text = useText()
  const locale = useUiLocale()
  const act = useTodoAct()
  const offerUndo = useOfferUndo()
  const form = app.definition.forms.find(({ key }) => key === followUp.form)
  const done = async () => {
    const set = newChangeSet()
    if (await act.followUp(followUp, null, set)) offerUndo(text('followUpDone'), set)
  }
  return (
    <li className="todo-row">
      <Button
        shape="circle"
        icon={followUp.mayUpdate ? <CheckOutlined className="todo-tick" /> : <PhoneOutlined />}
        disabled={!followUp.mayUpdate}
        aria-label={`${text('todoDone')}: ${followUp.title}`}
        title={text('todoDone')}
        onClick={() => void done()}
      />
      <span className="todo-words">
        <Link to={workspacePath(app, `/f/${followUp.form}/${followUp.record}`)}>{followUp.title}</Link>
        <span className="todo-about">
          {`${text('followUp')} · ${form === undefined ? '' : localize(form.label, locale)} · ${dueWords(followUp.day, null, locale)}`}
        </span>
      </span>
      {tools}
    </li>
  )
}
