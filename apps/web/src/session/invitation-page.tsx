import { ProblemError } from '@pipewright/contract'
import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams } from 'react-router'
import { client } from '../queries/client.ts'
import { useEnter } from '../queries/session.ts'
import { useText } from '../texts/use-text.ts'
import { AuthFrame } from './auth-frame.tsx'
import { CallNotice } from './call-notice.tsx'
import { browserZone } from './language.ts'
import { PersonForm, type NewPerson } from './person-form.tsx'
import { useCall } from './use-call.ts'

export function InvitationPage() {
  const text = useText()
  const { i18n } = useTranslation()
  const { token = '' } = useParams()
  const enter = useEnter()
  const navigate = useNavigate()
  const call = useCall()
  const invitation = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => client.call('getInvitation', { params: { token } }),
  })
  const join = async (person: NewPerson) => {
    const body = {
      name: person.name,
      password: person.password,
      locale: i18n.language === 'zh' ? 'zh' : 'en',
      zone: browserZone(),
    } as const
    const session = await call.run(() => client.call('acceptInvitation', { params: { token }, body }))
    if (session === undefined) return
    enter(session)
    void navigate('/', { replace: true })
  }
  if (invitation.isPending) return <Skeleton active style={{ padding: 24 }} />
  if (invitation.data === undefined) {
    const problem = invitation.error instanceof ProblemError ? invitation.error.problem : null
    return (
      <AuthFrame title={text('notFound')}>
        <CallNotice problem={problem} lost={problem === null} />
      </AuthFrame>
    )
  }
  const { workspace, email, known } = invitation.data
  const hint = known ? text('joinKnown') : text('joinHint', { email })
  return (
    <AuthFrame title={text('joinTitle', { workspace })} hint={hint}>
      <CallNotice problem={call.problem} lost={call.lost} />
      <PersonForm
        email={email}
        button={text('join')}
        busy={call.busy}
        onDone={(person) => void join(person)}
      />
    </AuthFrame>
  )
}
