import { PageHeader } from '@pipewright/ui'
import { usePageTitle } from '../../shell/use-page-title.ts'
import { useText } from '../../texts/use-text.ts'
import { PasswordForm } from './password-form.tsx'
import { usePasswordText } from './use-password-text.ts'

/** Where somebody changes his own password. */
export function PasswordPage() {
  const title = useText()('changePassword')
  const text = usePasswordText()
  usePageTitle(title)
  return (
    <>
      <PageHeader title={title} />
      <div className="page-body">
        <p>{text('hint')}</p>
        <PasswordForm />
      </div>
    </>
  )
}
