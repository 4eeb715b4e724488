import type { Edit, Field, FollowUpLog, Form } from '@pipewright/schemas'
import { Select, Switch } from 'antd'
import { MailKind } from './mail-kind.tsx'
import { useLocalized } from '../environment/use-localized.ts'
import { Property } from '../parts/property.tsx'
import { useTexts } from '../texts/use-texts.ts'
import { NoteTemplates } from './note-templates.tsx'

type FormChanges = Extract<Edit, { type: 'setForm' }>['changes']

interface FollowUpLogProps {
  readonly form: Form
  readonly change: (changes: FormChanges) => void
}

const takes = {
  kind: ['choice'],
  at: ['date', 'dateTime'],
  next: ['date'],
} satisfies Record<string, readonly Field['type'][]>

const parts = ['kind', 'at', 'next'] as const
const labels = { kind: 'forms.logKind', at: 'forms.logAt', next: 'forms.logNext' } as const

/** A setting that goes when it is cleared; templates choose no kind where there is none. */
function withPart(log: FollowUpLog, part: (typeof parts)[number], field: string | undefined): FollowUpLog {
  const { [part]: _, ...rest } = log
  if (field !== undefined) return { ...rest, text: log.text, [part]: field }
  if (part !== 'kind') return { ...rest, text: log.text }
  const { mailKind: _mailKind, templates, ...kept } = rest
  const bare = { ...kept, text: log.text }
  return templates === undefined
    ? bare
    : { ...bare, templates: templates.map(({ kind: __, ...template }) => template) }
}

function WorkingDays({ log, onChange }: { log: FollowUpLog; onChange: (log: FollowUpLog) => void }) {
  const t = useTexts()
  return (
    <Property label={t('forms.logWorkingDays')} inline>
      {(id) => (
        <Switch
          id={id}
          size="small"
          checked={log.workingDays === true}
          onChange={(workingDays) => {
            const { workingDays: _, ...rest } = log
            onChange(workingDays ? { ...rest, workingDays } : rest)
          }}
        />
      )}
    </Property>
  )
}

/** Makes the form a log of follow-ups: which fields take what is noted, and the notes that come again and again. */
export function FollowUpLogProperty({ form, change }: FollowUpLogProps) {
  const t = useTexts()
  const read = useLocalized()
  const log = form.followUpLog
  const put = (followUpLog: FollowUpLog | null) => change({ followUpLog })
  const choices = (types: readonly Field['type'][]) =>
    form.fields
      .filter(({ type }) => types.includes(type))
      .map(({ key, label }) => ({ value: key, label: read(label) }))
  return (
    <>
      <Property label={t('forms.logText')} help={t('forms.logTextHelp')}>
        {(id) => (
          <Select<string | null>
            id={id}
            allowClear
            className="pwd-full"
            value={log?.text ?? null}
            placeholder={t('forms.logNone')}
            options={choices(['longText', 'text'])}
            onChange={(text) => put(text === null || text === undefined ? null : { ...log, text })}
          />
        )}
      </Property>
      {log !== undefined && (
        <>
          {parts.map((part) => (
            <Property key={part} label={t(labels[part])}>
              {(id) => (
                <Select<string | null>
                  id={id}
                  allowClear
                  className="pwd-full"
                  value={log[part] ?? null}
                  placeholder={t('forms.logNoField')}
                  options={choices(takes[part])}
                  onChange={(field) => put(withPart(log, part, field ?? undefined))}
                />
              )}
            </Property>
          ))}
          <MailKind form={form} log={log} onChange={put} />
          <WorkingDays log={log} onChange={put} />
          <NoteTemplates form={form} log={log} onChange={put} />
        </>
      )}
    </>
  )
}
