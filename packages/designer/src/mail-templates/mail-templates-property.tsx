import { indexDefinition } from '@pipewright/metadata'
import type { Form, MailTemplate } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import { Button } from 'antd'
import { useState } from 'react'
import { useDesign } from '../environment/design-context.ts'
import { PropertyGroup } from '../parts/property.tsx'
import { useTexts } from '../texts/use-texts.ts'
import { MailTemplateCard } from './mail-template-card.tsx'

const most = 50
const suffixLength = 8

/** Changes the templates of a form as they are at that moment. */
function useTemplatesChange({ key }: Form) {
  const { store, edit } = useDesign()
  return (change: (all: readonly MailTemplate[]) => MailTemplate[]) => {
    const now = indexDefinition(store.state().definition).form(key)
    const next = change(now?.mailTemplates ?? [])
    return edit({ type: 'setForm', form: key, changes: { mailTemplates: next.length === 0 ? null : next } })
  }
}

/** The mails that are written again and again from records of the form. */
export function MailTemplatesProperty({ form }: { readonly form: Form }) {
  const t = useTexts()
  const { locale } = useDesign()
  const change = useTemplatesChange(form)
  const [open, setOpen] = useState<string | null>(null)
  const { mailTemplates = [] } = form
  const add = () => {
    const key = `mail_${crypto.randomUUID().slice(0, suffixLength)}`
    const made = {
      key,
      label: { [locale]: t('mailTemplates.newName') },
      subject: { [locale]: t('mailTemplates.newSubject') },
      text: { [locale]: t('mailTemplates.newText') },
    }
    if (change((all) => [...all, made])) setOpen(key)
  }
  return (
    <PropertyGroup title={t('mailTemplates.title')}>
      <p className="pwd-quiet">{t('mailTemplates.help')}</p>
      {mailTemplates.map((template) => (
        <MailTemplateCard
          key={template.key}
          form={form}
          template={template}
          isOpen={open === template.key}
          onToggle={() => setOpen(open === template.key ? null : template.key)}
          onRemove={() => change((all) => all.filter(({ key }) => key !== template.key))}
          change={(changes) =>
            change((all) => all.map((one) => (one.key === template.key ? { ...one, ...changes } : one)))
          }
        />
      ))}
      <Button icon={<Icon name="plus" />} disabled={mailTemplates.length >= most} onClick={add}>
        {t('mailTemplates.add')}
      </Button>
    </PropertyGroup>
  )
}
