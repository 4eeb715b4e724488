import { localize, matchRulesOf } from '@pipewright/metadata'
import { EmptyState, Icon, PageHeader, useUiLocale } from '@pipewright/ui'
import { Tabs } from 'antd'
import { useParams, useSearchParams } from 'react-router'
import { FavouriteStar } from '../../places/favourite-star.tsx'
import { usePageTitle } from '../../shell/use-page-title.ts'
import { useWorkspace } from '../../shell/workspace-context.ts'
import { NotFoundPage } from '../not-found-page.tsx'
import { AlikeGroups } from './alike-groups.tsx'
import { ToldApartList } from './told-apart-list.tsx'
import { useDuplicateText } from './use-duplicate-text.ts'
import './duplicates.css'

/** Records of a form that are likely the same, and those that somebody said are not. */
export function DuplicatesPage() {
  const app = useWorkspace()
  const text = useDuplicateText()
  const locale = useUiLocale()
  const { form: key = '' } = useParams()
  const [search, setSearch] = useSearchParams()
  const form = app.definition.forms.find((candidate) => candidate.key === key)
  const title = text('title', { form: localize(form?.labelPlural ?? {}, locale) })
  usePageTitle(title)
  if (form === undefined || app.rights[key]?.read !== true) return <NotFoundPage />
  const isCompared = matchRulesOf(form).length > 0
  return (
    <>
      <PageHeader
        title={title}
        mark={<Icon name={form.icon ?? 'form'} />}
        actions={<FavouriteStar path={`/f/${key}/duplicates`} />}
      />
      <div className="page-body">
        {isCompared ? (
          <Tabs
            activeKey={search.get('tab') === 'apart' ? 'apart' : 'found'}
            onChange={(tab) => setSearch(tab === 'apart' ? { tab } : {}, { replace: true })}
            destroyOnHidden
            items={[
              { key: 'found', label: text('found'), children: <AlikeGroups form={form} /> },
              { key: 'apart', label: text('apart'), children: <ToldApartList form={form} /> },
            ]}
          />
        ) : (
          <EmptyState icon="search" title={text('noRules')} text={text('noRulesHint')} />
        )}
      </div>
    </>
  )
}
