import { Icon } from '@pipewright/ui'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import type { LocalizedText } from '@pipewright/schemas'
import { useDesign } from '../environment/design-context.ts'
import { useLocalized } from '../environment/use-localized.ts'
import { useTexts } from '../texts/use-texts.ts'
import type { PublishedElsewhere } from './use-meeting.ts'

/** Somebody else published: what they changed is taken over on request, and what does not go together is named. */
export function PublishedNotice({ revision }: PublishedElsewhere) {
  const t = useTexts()
  const read = useLocalized()
  const { store } = useDesign()
  const [conflicts, setConflicts] = useState<readonly LocalizedText[]>([])
  const [taking, setTaking] = useState(false)
  const take = async () => {
    setTaking(true)
    const result = await store.rebase()
    setTaking(false)
    if (result.ok) setConflicts(result.answer.conflicts)
  }
  if (revision === null && conflicts.length === 0) return null
  const isOpen = revision !== null && revision > store.state().server.published
  return (
    <Alert
      banner
      type={conflicts.length > 0 ? 'warning' : 'info'}
      showIcon
      icon={<Icon name="info" />}
      title={
        isOpen || conflicts.length === 0
          ? t('builders.published', { revision: revision ?? 0 })
          : t('builders.conflicts')
      }
      description={
        conflicts.length > 0 && (
          <ul className="pwd-places">
            {conflicts.map((sentence) => (
              <li key={sentence.en}>{read(sentence)}</li>
            ))}
          </ul>
        )
      }
      action={
        isOpen && (
          <Button size="small" type="primary" loading={taking} onClick={() => void take()}>
            {t('builders.take')}
          </Button>
        )
      }
      closable={conflicts.length > 0 ? { onClose: () => setConflicts([]) } : false}
    />
  )
}
