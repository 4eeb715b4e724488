import { Button, Flex } from 'antd'
import { CallNotice } from '../../session/call-notice.tsx'
import { useText } from '../../texts/use-text.ts'
import type { Decisions } from './decisions.ts'
import type { JobStepProps } from './step-props.ts'
import { useCheckAgain } from './use-check-again.ts'
import { useImportText } from './use-import-text.ts'

/** Takes over what was decided row by row, and has all rows checked again with it. */
export function DecideBar({ decisions, ...props }: JobStepProps & { readonly decisions: Decisions }) {
  const own = useImportText()
  const text = useText()
  const { call, checkAgain } = useCheckAgain(props)
  if (decisions.size === 0) return null
  return (
    <>
      <Flex wrap gap={8} align="center" className="import-actions">
        <span role="status">{own('decided', { count: decisions.size })}</span>
        <Button
          type="primary"
          loading={call.busy}
          onClick={() => void checkAgain({ decisions: { rows: [...decisions.values()] } })}
        >
          {text('importSettle')}
        </Button>
      </Flex>
      <CallNotice problem={call.problem} lost={call.lost} />
    </>
  )
}
