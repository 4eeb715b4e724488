import type { Run } from '@pipewright/contract'
import { localize } from '@pipewright/metadata'
import { Moment } from '@pipewright/renderer'
import { listed, OptionTag, Panel, useUiLocale } from '@pipewright/ui'
import { Button } from 'antd'
import { client } from '../../queries/client.ts'
import { CallNotice } from '../../session/call-notice.tsx'
import { useCall } from '../../session/use-call.ts'
import { useWorkspace } from '../../shell/workspace-context.ts'
import { useText, type TextKey } from '../../texts/use-text.ts'
import { DecisionBox } from '../todo/decision-box.tsx'

const states = {
  open: { text: 'runOpen', color: 'blue' },
  approved: { text: 'runApproved', color: 'green' },
  rejected: { text: 'runRejected', color: 'red' },
  withdrawn: { text: 'runWithdrawn', color: 'gray' },
} as const satisfies Record<Run['state'], { text: TextKey; color: string }>

const stepTexts = {
  waiting: 'stepWaiting',
  approved: 'stepApproved',
  rejected: 'stepRejected',
  skipped: 'stepSkipped',
  cancelled: 'stepCancelled',
} as const satisfies Record<Run['steps'][number]['state'], TextKey>

export function RunCard(props: { run: Run; version: number; onChanged: () => void }) {
  const { run } = props
  const app = useWorkspace()
  const text = useText()
  const locale = useUiLocale()
  const call = useCall()
  const workflow = app.definition.workflows.find((candidate) => candidate.key === run.workflow)
  const name = (id: string | null) => app.people.find((person) => person.id === id)?.name ?? '–'
  const waiting = run.steps.find((step) => step.state === 'waiting')
  const withdraw = async () => {
    const answer = await call.run(() =>
      client.call('withdrawRun', { params: { workspace: app.workspace.key, id: run.id }, body: {} }),
    )
    if (answer !== undefined) props.onChanged()
  }
  return (
    <Panel
      title={workflow === undefined ? '' : localize(workflow.label, locale)}
      extra={<OptionTag color={states[run.state].color} label={text(states[run.state].text)} />}
    >
      <CallNotice problem={call.problem} lost={call.lost} />
      <p className="run-line">
        {name(run.startedBy)} · <Moment at={run.startedAt} />
      </p>
      {run.comment !== '' && <blockquote>{run.comment}</blockquote>}
      <ol className="run-steps">
        {run.steps.map((step) => {
          const label = workflow?.steps.find((candidate) => candidate.key === step.step)?.label
          return (
            <li key={step.step}>
              <strong>{label === undefined ? step.step : localize(label, locale)}</strong>{' '}
              {text(stepTexts[step.state], {
                name: name(step.decidedBy),
                names: listed(step.approvers.map(name), locale),
              })}
              {step.decidedAt !== null && (
                <>
                  {' '}
                  · <Moment at={step.decidedAt} />
                </>
              )}
              {step.comment !== '' && <blockquote>{step.comment}</blockquote>}
            </li>
          )
        })}
      </ol>
      {run.may.decide && waiting?.task != null && (
        <DecisionBox task={waiting.task} version={props.version} onDone={props.onChanged} />
      )}
      {run.may.withdraw && (
        <Button onClick={() => void withdraw()} loading={call.busy}>
          {text('withdraw')}
        </Button>
      )}
    </Panel>
  )
}
