import { makeKey } from '@pipewright/metadata'
import type { Form, LayoutPage } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import { Button, Switch } from 'antd'
import { useDesign } from '../environment/design-context.ts'
import { useLocalized } from '../environment/use-localized.ts'
import { LocalizedInput } from '../parts/localized-input.tsx'
import { Property, PropertyGroup } from '../parts/property.tsx'
import { useTexts } from '../texts/use-texts.ts'

interface PageRowProps {
  readonly page: LayoutPage
  readonly pages: readonly LayoutPage[]
  readonly onPages: (pages: LayoutPage[]) => void
}

function moved(pages: readonly LayoutPage[], page: LayoutPage, by: -1 | 1): LayoutPage[] {
  const to = pages.indexOf(page) + by
  const rest = pages.filter((one) => one !== page)
  return [...rest.slice(0, to), page, ...rest.slice(to)]
}

function PageRow({ page, pages, onPages }: PageRowProps) {
  const t = useTexts()
  const name = useLocalized()(page.label)
  const at = pages.indexOf(page)
  const tool = (label: string, icon: string, disabled: boolean, run: () => void) => (
    <button type="button" className="pwd-tool" aria-label={label} disabled={disabled} onClick={run}>
      <Icon name={icon} />
    </button>
  )
  return (
    <div className="pwd-card">
      <div className="pwd-card-head">
        <LocalizedInput
          size="small"
          label={t('pages.name')}
          value={page.label}
          onCommit={(label) => {
            if (Object.keys(label).length > 0)
              onPages(pages.map((one) => (one === page ? { ...page, label } : one)))
          }}
        />
        {tool(t('pages.up', { name }), 'arrow-up', at === 0, () => onPages(moved(pages, page, -1)))}
        {tool(t('pages.down', { name }), 'arrow-down', at === pages.length - 1, () =>
          onPages(moved(pages, page, 1)),
        )}
        {tool(t('pages.remove', { name }), 'close', false, () =>
          onPages(pages.filter((one) => one !== page)),
        )}
      </div>
    </div>
  )
}

/** Tabs that the sections are spread over, and whether new records go through them step by step. */
export function PagesProperty({ form }: { readonly form: Form }) {
  const t = useTexts()
  const { edit, locale } = useDesign()
  const pages = form.layout.pages ?? []
  const site = { type: 'setPage' as const, form: form.key }
  const onPages = (next: LayoutPage[]) =>
    edit({ ...site, pages: next.length === 0 ? null : next, ...(next.length === 0 ? { steps: null } : {}) })
  const add = () => {
    const label = { [locale]: t('pages.new', { position: pages.length + 1 }) }
    onPages([...pages, { key: makeKey(label, new Set(pages.map(({ key }) => key))), label }])
  }
  return (
    <PropertyGroup title={t('pages.title')}>
      {pages.length === 0 && <p className="pwd-quiet">{t('pages.help')}</p>}
      {pages.map((page) => (
        <PageRow key={page.key} page={page} pages={pages} onPages={onPages} />
      ))}
      <Button icon={<Icon name="plus" />} disabled={pages.length >= 20} onClick={add}>
        {t('pages.add')}
      </Button>
      {pages.length > 1 && (
        <Property label={t('pages.steps')} help={t('pages.stepsHelp')} inline>
          {(id) => (
            <Switch
              id={id}
              size="small"
              checked={form.layout.steps === true}
              onChange={(steps) => edit({ ...site, steps: steps ? true : null })}
            />
          )}
        </Property>
      )}
    </PropertyGroup>
  )
}
