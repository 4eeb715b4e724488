import type { Form, Section } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import { Button, Segmented, Select, Switch } from 'antd'
import { useDesign } from '../environment/design-context.ts'
import { useLocalized } from '../environment/use-localized.ts'
import { LocalizedInput } from '../parts/localized-input.tsx'
import { Property, PropertyGroup } from '../parts/property.tsx'
import { useTexts } from '../texts/use-texts.ts'
import { pageOfSection } from '../tree/page-of-section.ts'
import { SectionListProperty } from './section-list-property.tsx'

interface SectionProps {
  readonly form: Form
  readonly section: Section
}

function RemoveSection({ form, section }: SectionProps) {
  const t = useTexts()
  const { edit, select } = useDesign()
  if (form.layout.sections.length === 1) return null
  return (
    <div className="pwd-inspector-end">
      <Button
        danger
        block
        icon={<Icon name="delete" />}
        onClick={() => {
          if (edit({ type: 'removeSection', form: form.key, section: section.key })) select({ kind: 'form' })
        }}
      >
        {t('canvas.removeSection')}
      </Button>
    </div>
  )
}

/** The tab that the section stands on, where the form has tabs. */
function PageOfSection({ form, section }: SectionProps) {
  const t = useTexts()
  const read = useLocalized()
  const { edit } = useDesign()
  const pages = form.layout.pages ?? []
  if (pages.length === 0) return null
  return (
    <Property label={t('pages.section')}>
      {(id) => (
        <Select
          id={id}
          className="pwd-full"
          value={pageOfSection(form.layout, section)?.key ?? ''}
          options={pages.map(({ key, label }) => ({ value: key, label: read(label) }))}
          onChange={(page: string) =>
            edit({ type: 'setSection', form: form.key, section: section.key, page })
          }
        />
      )}
    </Property>
  )
}

/** Heading, columns and folding of a section. */
export function SectionInspector({ form, section }: SectionProps) {
  const t = useTexts()
  const read = useLocalized()
  const { edit } = useDesign()
  const site = { type: 'setSection' as const, form: form.key, section: section.key }
  return (
    <>
      <header className="pwd-inspector-head">
        <div className="pwd-inspector-title">
          <Icon name="layout" />
          <h2>{read(section.label, t('canvas.untitled'))}</h2>
        </div>
        <div className="pwd-key">{t('inspector.section')}</div>
      </header>
      <PropertyGroup title={t('inspector.basics')}>
        <Property label={t('inspector.heading')} group>
          {() => (
            <LocalizedInput
              label={t('inspector.heading')}
              value={section.label}
              onCommit={(label) => edit({ ...site, label: Object.keys(label).length === 0 ? null : label })}
            />
          )}
        </Property>
        <Property label={t('inspector.sectionColumns')} group>
          {() => (
            <Segmented
              block
              aria-label={t('inspector.sectionColumns')}
              value={section.columns}
              options={[1, 2, 3, 4]}
              onChange={(columns) => edit({ ...site, columns })}
            />
          )}
        </Property>
        <PageOfSection form={form} section={section} />
        <Property label={t('inspector.collapsed')} inline>
          {(id) => (
            <Switch
              id={id}
              size="small"
              checked={section.collapsed === true}
              onChange={(collapsed) => edit({ ...site, collapsed: collapsed ? true : null })}
            />
          )}
        </Property>
      </PropertyGroup>
      <SectionListProperty form={form} section={section} />
      <RemoveSection form={form} section={section} />
    </>
  )
}
