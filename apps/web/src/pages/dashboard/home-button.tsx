import { HomeFilled, HomeOutlined } from '@ant-design/icons'
import { ProblemError, type App } from '@pipewright/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useSay } from '@pipewright/ui'
import { Button } from 'antd'
import { appKey } from '../../queries/app.ts'
import { client } from '../../queries/client.ts'
import { homeOf } from '../../shell/first-page.ts'
import { useWorkspace } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'

/** Makes the dashboard what the member begins with, or goes back to what the role begins with. */
export function HomeButton({ dashboard }: { readonly dashboard: string }) {
  const app = useWorkspace()
  const text = useText()
  const queries = useQueryClient()
  const { message } = useSay()
  const workspace = app.workspace.key
  const isHome = homeOf(app) === dashboard
  const choose = async () => {
    const own = isHome ? null : dashboard
    try {
      await client.call('chooseHome', { params: { workspace }, body: { dashboard: own } })
      queries.setQueryData<App>(appKey(workspace), (now) => now && { ...now, home: { ...now.home, own } })
      message.success(text(own === null ? 'homeNotChosen' : 'homeChosen'))
    } catch (error) {
      message.error(error instanceof ProblemError ? error.problem.title : text('offline'))
    }
  }
  // What the role begins with can only be replaced, by choosing another.
  if (isHome && app.home.own === null) return null
  return (
    <Button
      type="text"
      aria-pressed={isHome}
      aria-label={text('homeChoose')}
      title={text('homeChoose')}
      icon={isHome ? <HomeFilled /> : <HomeOutlined />}
      onClick={() => void choose()}
    />
  )
}
