import { ProblemError, type Member } from '@pipewright/contract'
import { EmptyState, ErrorNotice, RowsSkeleton } from '@pipewright/ui'
import { useQuery } from '@tanstack/react-query'
import { Modal } from 'antd'
import { client } from '../../../queries/client.ts'
import { useMoment } from '../../../shell/use-moment.ts'
import { useWorkspace } from '../../../shell/workspace-context.ts'
import type { MembersAnswer } from '../members-answer.ts'
import './member-events.css'
import { useEventWords } from './use-event-words.ts'
import { useMemberEventText } from './use-member-event-text.ts'

interface DialogProps {
  readonly member: Member
  readonly answer: MembersAnswer
  readonly onClose: () => void
}

/** Who gave a member which role when, and who took it, the newest first. */
export function MemberEventsDialog({ member, answer, onClose }: DialogProps) {
  const workspace = useWorkspace().workspace.key
  const text = useMemberEventText()
  const moment = useMoment()
  const wordsOf = useEventWords(answer)
  const listed = useQuery({
    queryKey: ['members', workspace, member.id, 'events', member.roles, member.active],
    queryFn: () => client.call('listMemberEvents', { params: { workspace, id: member.id } }),
  })
  const events = listed.data?.events ?? []
  return (
    <Modal open title={text('title', { name: member.name })} footer={null} onCancel={onClose}>
      <p className="quiet">{text('hint')}</p>
      {listed.isPending && <RowsSkeleton rows={3} />}
      {listed.isError && (
        <ErrorNotice
          problem={listed.error instanceof ProblemError ? listed.error.problem : null}
          onRetry={() => void listed.refetch()}
        />
      )}
      {listed.isSuccess && events.length === 0 && (
        <EmptyState icon="audit" title={text('none')} text={text('noneHint')} />
      )}
      <ol className="member-events">
        {events.map((event) => (
          <li key={event.id}>
            <span>{wordsOf(event)}</span>
            <span className="quiet">{moment(event.at)}</span>
          </li>
        ))}
      </ol>
      {listed.data?.more === true && <p className="quiet">{text('more', { count: events.length })}</p>}
    </Modal>
  )
}
