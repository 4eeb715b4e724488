import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useSay } from '@pipewright/ui'
import { Checkbox } from 'antd'
import { client } from '../../queries/client.ts'
import { useWorkspace } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'

/** Which records the member follows without saying so; kept as soon as it is chosen. */
export function FollowChoice() {
  const workspace = useWorkspace().workspace.key
  const text = useText()
  const queries = useQueryClient()
  const { message } = useSay()
  const queryKey = ['follow-settings', workspace]
  const params = { workspace }
  const { data: chosen } = useQuery({ queryKey, queryFn: () => client.call('getFollowSettings', { params }) })
  if (chosen === undefined) return null
  const choose = async (part: 'own' | 'commented', on: boolean) => {
    const body = { ...chosen, [part]: on }
    queries.setQueryData(queryKey, body)
    try {
      await client.call('setFollowSettings', { params, body })
      message.success(text('noticeSaved'))
    } catch {
      queries.setQueryData(queryKey, chosen)
      message.error(text('offline'))
    }
  }
  return (
    <fieldset className="notice-follow">
      <legend>{text('followAuto')}</legend>
      <Checkbox checked={chosen.own} onChange={({ target }) => void choose('own', target.checked)}>
        {text('followOwn')}
      </Checkbox>
      <Checkbox
        checked={chosen.commented}
        onChange={({ target }) => void choose('commented', target.checked)}
      >
        {text('followCommented')}
      </Checkbox>
    </fieldset>
  )
}
