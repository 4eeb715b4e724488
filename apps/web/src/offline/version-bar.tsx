import { Alert, Button, Flex } from 'antd'
import { leaveOldVersion, takeNewVersion, useNewVersion } from './app-version.ts'
import { useOfflineText } from './use-offline-text.ts'

/** Says that a new version is ready; nobody is thrown out of what he does. */
export function VersionBar() {
  const text = useOfflineText()
  if (!useNewVersion()) return null
  return (
    <Alert
      banner
      type="info"
      role="status"
      title={text('newVersion')}
      action={
        <Flex gap={8}>
          <Button size="small" onClick={leaveOldVersion}>
            {text('later')}
          </Button>
          <Button size="small" type="primary" onClick={takeNewVersion}>
            {text('reload')}
          </Button>
        </Flex>
      }
    />
  )
}
