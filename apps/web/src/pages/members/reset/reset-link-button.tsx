import type { Member } from '@pipewright/contract'
import { Button } from 'antd'
import { useState } from 'react'
import { useWorkspace } from '../../../shell/workspace-context.ts'
import { ResetLinkDialog } from './reset-link-dialog.tsx'
import { useMemberResetText } from './use-member-reset-text.ts'

/** For a member who forgot the password, where administrators alone see it. */
export function ResetLinkButton({ member }: { readonly member: Member }) {
  const app = useWorkspace()
  const text = useMemberResetText()
  const [asking, ask] = useState(false)
  if (!app.may.admin || !member.active || !member.signedUp || member.id === app.member.id) return null
  return (
    <>
      <Button type="link" aria-label={text('actionOf', { name: member.name })} onClick={() => ask(true)}>
        {text('action')}
      </Button>
      {asking && <ResetLinkDialog member={member} onClose={() => ask(false)} />}
    </>
  )
}
