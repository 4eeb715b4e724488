import { FormSkeleton, PageHeader } from '@pipewright/ui'
import { Link } from 'react-router'
import { useSession } from '../../queries/session.ts'
import { usePageTitle } from '../../shell/use-page-title.ts'
import { useWorkspace, workspacePath } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'
import './account.css'
import { AccountForm } from './account-form.tsx'
import { OwnSessions } from './own-sessions.tsx'
import { useAccountText } from './use-account-text.ts'

/** What is one's own: name, language, time zone, password, and where one is signed in. */
export function AccountPage() {
  const app = useWorkspace()
  const shell = useText()
  const text = useAccountText()
  const account = useSession().data?.account ?? null
  const title = shell('myAccount')
  usePageTitle(title)
  return (
    <>
      <PageHeader title={title} />
      <div className="page-body account-page">
        <section aria-labelledby="account-about">
          <h2 id="account-about">{text('about')}</h2>
          {account === null ? <FormSkeleton /> : <AccountForm account={account} />}
        </section>
        <section aria-labelledby="account-password">
          <h2 id="account-password">{text('password')}</h2>
          <p>{text('passwordHint')}</p>
          <Link to={workspacePath(app, '/password')}>{shell('changePassword')}</Link>
        </section>
        <OwnSessions />
      </div>
    </>
  )
}
