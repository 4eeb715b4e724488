import { provideEngines } from '@pipewright/logic'
import { heavyEngines } from '@pipewright/logic/engines'
import { RendererProvider } from '@pipewright/renderer'
import { useMemo, useState } from 'react'
import { PublishedNotice } from '../builders/published-notice.tsx'
import { useMeeting } from '../builders/use-meeting.ts'
import { DraftBar } from '../bar/draft-bar.tsx'
import { DraftNotice } from '../bar/draft-notice.tsx'
import type { DesignerProps } from '../designer-props.ts'
import type { DraftStore } from '../draft/draft-store.ts'
import { DesignContext, useDefinition, type Design } from '../environment/design-context.ts'
import { FirstTable } from '../environment/first-table.ts'
import { fullRights } from '../environment/full-rights.ts'
import { ProblemReport } from '../environment/problem-report.tsx'
import { useEnvironment } from '../environment/use-environment.ts'
import { useTexts } from '../texts/use-texts.ts'
import { AreaContent } from './area-content.tsx'
import { AreaTabs } from './area-tabs.tsx'
import { useDesignValue } from './use-design-value.ts'
import { useLeaveGuard } from './use-leave-guard.ts'

// Patterns are checked while they are written, and previews run them.
provideEngines(heavyEngines)

function PageBody({ records, onClose, onPublished }: DesignerProps) {
  const t = useTexts()
  const [preview, setPreview] = useState(false)
  const definition = useDefinition()
  const rights = useMemo(() => fullRights(definition), [definition])
  const environment = useEnvironment(records, rights)
  useLeaveGuard()
  const published = useMeeting()
  return (
    <RendererProvider environment={environment}>
      <div className="pwd-page">
        <DraftBar preview={preview} onPreview={setPreview} onClose={onClose} onPublished={onPublished} />
        <AreaTabs />
        <DraftNotice />
        <PublishedNotice {...published} />
        <main className="pwd-main">
          <h1 className="pw-hidden-text">{t('page.title')}</h1>
          <AreaContent preview={preview} records={records} />
        </main>
      </div>
    </RendererProvider>
  )
}

/** The designer over a draft that is loaded. */
export function DesignerPage({ store, ...props }: DesignerProps & { readonly store: DraftStore }) {
  const { design, problems, dismiss } = useDesignValue(props, store)
  return (
    <DesignContext value={design satisfies Design}>
      <FirstTable value={props.firstTable}>
        <PageBody {...props} />
      </FirstTable>
      <ProblemReport problems={problems} onClose={dismiss} />
    </DesignContext>
  )
}
