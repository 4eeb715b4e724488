import type { Member } from '@pipewright/contract'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import type { MembersAnswer } from '../members-answer.ts'
import { useMemberEventText } from './use-member-event-text.ts'

const MemberEventsDialog = lazy(async () => ({
  default: (await import('./member-events-dialog.tsx')).MemberEventsDialog,
}))

interface ButtonProps {
  readonly member: Member
  readonly answer: MembersAnswer
}

/** Opens what a member was given and lost. */
export function MemberEventsButton({ member, answer }: ButtonProps) {
  const text = useMemberEventText()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button type="link" aria-label={text('actionOf', { name: member.name })} onClick={() => setOpen(true)}>
        {text('action')}
      </Button>
      {open && (
        <Suspense fallback={null}>
          <MemberEventsDialog member={member} answer={answer} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
