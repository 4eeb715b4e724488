import { Navigate, useNavigate, useSearchParams } from 'react-router'
import { useTranslation } from 'react-i18next'
import { client } from '../queries/client.ts'
import { useEnter, useSession } from '../queries/session.ts'
import { useText } from '../texts/use-text.ts'
import { AuthFrame } from './auth-frame.tsx'
import { CallNotice } from './call-notice.tsx'
import { browserZone } from './language.ts'
import { PersonForm, type NewPerson } from './person-form.tsx'
import { useCall } from './use-call.ts'

/** The one-time link. Once it is used up it leads to the sign-in, instead of asking a stranger for an account in vain. */
export function SetupPage() {
  const text = useText()
  const session = useSession()
  const { i18n } = useTranslation()
  const [search] = useSearchParams()
  const enter = useEnter()
  const navigate = useNavigate()
  const call = useCall()
  const setUp = async (person: NewPerson) => {
    const body = {
      ...person,
      token: search.get('token') ?? '',
      locale: i18n.language === 'zh' ? 'zh' : 'en',
      zone: browserZone(),
    } as const
    const session = await call.run(() => client.call('setUp', { body }))
    if (session === undefined) return
    enter(session)
    void navigate('/start', { replace: true })
  }
  if (session.data?.setup === false && session.data.account === null)
    return <Navigate to="/sign-in?link=used" replace />
  return (
    <AuthFrame title={text('setupTitle')} hint={text('setupHint')}>
      <CallNotice problem={call.problem} lost={call.lost} />
      <PersonForm button={text('setupButton')} busy={call.busy} onDone={(person) => void setUp(person)} />
    </AuthFrame>
  )
}
