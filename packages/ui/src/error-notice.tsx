import { Alert, Button } from 'antd'
import type { ReactNode } from 'react'
import { useUiTexts } from './ui-locale.ts'

/** What the notice reads of a problem (RFC 9457); every problem of the contract fits. */
export interface NoticeProblem {
  readonly title: string
  readonly detail?: string | undefined
  readonly requestId?: string | undefined
  readonly status?: number
}

export interface ErrorNoticeProps {
  /** `null`: the server did not answer at all. */
  readonly problem: NoticeProblem | null
  readonly onRetry?: (() => void) | undefined
  readonly children?: ReactNode
}

/** Says what went wrong in the words of the problem and offers to try again; the reference only for faults of ours. */
export function ErrorNotice({ problem, onRetry, children }: ErrorNoticeProps) {
  const texts = useUiTexts()
  const ours = problem !== null && (problem.status ?? 0) >= 500 && problem.requestId
  const detail = problem?.detail
  const description = [
    detail,
    ours ? texts.reference.replace('{id}', problem.requestId ?? '') : undefined,
  ].filter(Boolean)
  return (
    <Alert
      type="error"
      role="alert"
      showIcon
      title={problem?.title ?? texts.lost}
      description={
        description.length > 0 || children !== undefined ? (
          <>
            {description.map((line) => (
              <div key={line}>{line}</div>
            ))}
            {children}
          </>
        ) : undefined
      }
      action={
        onRetry === undefined ? undefined : (
          <Button size="small" onClick={onRetry}>
            {texts.tryAgain}
          </Button>
        )
      }
    />
  )
}
