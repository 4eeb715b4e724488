import { ProblemError } from '@pipewright/contract'
import { EmptyState } from '@pipewright/ui'
import { Button } from 'antd'
import { PublicFrame } from './public-frame.tsx'
import { usePublicText } from './use-public-text.ts'

/** The link leads nowhere, or the server was not reached. */
export function PublicGone(props: { readonly error: unknown; readonly onAgain: () => void }) {
  const t = usePublicText()
  const problem = props.error instanceof ProblemError ? props.error.problem : null
  return (
    <PublicFrame look={{}} title={t(problem === null ? 'lost' : 'gone')}>
      <EmptyState
        icon="link"
        title={problem?.title ?? t('lost')}
        text={t(problem === null ? 'lostHint' : 'goneHint')}
        action={<Button onClick={props.onAgain}>{t('again')}</Button>}
      />
    </PublicFrame>
  )
}
