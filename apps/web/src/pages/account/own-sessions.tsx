import { ProblemError, type OwnSession } from '@pipewright/contract'
import { ErrorNotice, RowsSkeleton, useSay } from '@pipewright/ui'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { client } from '../../queries/client.ts'
import { useText } from '../../texts/use-text.ts'
import { SessionLine } from './session-line.tsx'
import { useAccountText } from './use-account-text.ts'
import { useSessionName } from './use-session-name.ts'

/** The sessions, and ending them after a question that names what ends. */
function useOwnSessions() {
  const shell = useText()
  const text = useAccountText()
  const nameOf = useSessionName()
  const { message, modal } = useSay()
  const found = useQuery({ queryKey: ['own-sessions'], queryFn: () => client.call('listSessions') })
  const ask = (title: string, act: () => Promise<unknown>) =>
    modal.confirm({
      title,
      content: text('endHint'),
      okText: text('end'),
      cancelText: shell('cancel'),
      onOk: async () => {
        try {
          await act()
        } catch {
          message.error(text('failed'))
        }
        await found.refetch()
      },
    })
  return {
    found,
    end: (session: OwnSession) =>
      ask(text('endAsk', { name: nameOf(session) }), () =>
        client.call('endSession', { params: { id: session.id } }),
      ),
    endOthers: () => ask(text('endOthersAsk'), () => client.call('endOtherSessions')),
  }
}

/** Where one is signed in, this device among them. */
export function OwnSessions() {
  const text = useAccountText()
  const { found, end, endOthers } = useOwnSessions()
  const sessions = found.data?.sessions ?? []
  return (
    <section aria-labelledby="account-sessions">
      <h2 id="account-sessions">{text('sessions')}</h2>
      <p>{text('sessionsHint')}</p>
      {found.isPending && <RowsSkeleton />}
      {found.isError && (
        <ErrorNotice
          problem={found.error instanceof ProblemError ? found.error.problem : null}
          onRetry={() => void found.refetch()}
        />
      )}
      <ul className="account-sessions">
        {sessions.map((session) => (
          <SessionLine key={session.id} session={session} onEnd={() => end(session)} />
        ))}
      </ul>
      {sessions.some(({ isThis }) => !isThis) && <Button onClick={endOthers}>{text('endOthers')}</Button>}
    </section>
  )
}
