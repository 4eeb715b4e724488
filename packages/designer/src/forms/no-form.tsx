import { EmptyState } from '@pipewright/ui'
import { Button } from 'antd'
import { use, useState } from 'react'
import { FirstTable } from '../environment/first-table.ts'
import { useTexts } from '../texts/use-texts.ts'
import { NewFormDialog } from './new-form-dialog.tsx'

/** An app without forms: the first one is made here. */
export function NoForm() {
  const t = useTexts()
  const firstTable = use(FirstTable)
  const [asking, setAsking] = useState(firstTable !== undefined)
  return (
    <>
      <EmptyState
        icon="layout"
        title={t('forms.noneTitle')}
        text={t('forms.noneText')}
        action={
          <Button type="primary" onClick={() => setAsking(true)}>
            {t('forms.new')}
          </Button>
        }
      />
      <NewFormDialog open={asking} table={firstTable} onClose={() => setAsking(false)} />
    </>
  )
}
