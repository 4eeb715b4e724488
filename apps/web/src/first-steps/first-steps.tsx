import { CheckCircleFilled, CloseOutlined, RightOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { Link } from 'react-router'
import { firstPage, pipelineForm } from '../shell/first-page.ts'
import { useWorkspace, workspacePath } from '../shell/workspace-context.ts'
import { useText, type TextKey } from '../texts/use-text.ts'
import { hideSteps, useSteps } from './kept-steps.ts'
import { isShown, stepKeys, type Step } from './steps.ts'
import './first-steps.css'

const labels = {
  record: 'checklistRecord',
  move: 'checklistMove',
  field: 'checklistField',
  invite: 'checklistInvite',
} as const satisfies Record<Step, TextKey>

/** The first steps of who made the workspace; each leads to where it is done and is ticked off when it was. */
export function FirstSteps() {
  const app = useWorkspace()
  const text = useText()
  const steps = useSteps(app.workspace.key)
  const form = pipelineForm(app) ?? app.definition.forms[0]?.key
  if (!isShown(steps) || form === undefined) return null
  const paths: Record<Step, string> = {
    record: workspacePath(app, `/f/${form}/new`),
    move: firstPage(app),
    field: workspacePath(app, `/design/${form}`),
    invite: workspacePath(app, '/members?invite=1'),
  }
  return (
    <section className="first-steps" aria-label={text('checklistTitle')}>
      <strong>
        {text('checklistTitle')}{' '}
        <span className="first-steps-count">
          {steps.done.length}/{stepKeys.length}
        </span>
      </strong>
      <ol>
        {stepKeys.map((step) => (
          <li key={step}>
            {steps.done.includes(step) ? (
              <span className="first-step" data-done>
                <CheckCircleFilled aria-hidden />
                {text(labels[step])}
                <span className="pw-hidden-text">{text('done')}</span>
              </span>
            ) : (
              <Link className="first-step" to={paths[step]}>
                {text(labels[step])}
                <RightOutlined aria-hidden />
              </Link>
            )}
          </li>
        ))}
      </ol>
      <Button
        type="text"
        size="small"
        icon={<CloseOutlined />}
        aria-label={text('checklistHide')}
        title={text('checklistHide')}
        onClick={() => hideSteps(app.workspace.key)}
      />
    </section>
  )
}
