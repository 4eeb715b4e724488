import type { Match } from '@pipewright/contract'
import { localize } from '@pipewright/metadata'
import { Icon } from '@pipewright/ui'
import { Button } from 'antd'
import { useRenderer } from '../../environment/use-renderer.ts'
import { AlikeApart } from './alike-apart.tsx'
import { useTexts } from '../../texts/use-texts.ts'
import type { Alike } from './use-alike.ts'
import './alike-list.css'

/** A record, what of it looks the same, and what can be done with it. */
function AlikeRecord({
  form,
  match,
  onUse,
  record,
}: Omit<Alike, 'at' | 'found'> & { readonly match: Match }) {
  const t = useTexts()
  const { index, locale, recordUrl } = useRenderer()
  const labels = match.fields.map((key) => {
    const label = index.form(form)?.fields.find((field) => field.key === key)?.label
    return localize(label, locale) || key
  })
  const url = recordUrl?.(form, match.id)
  return (
    <li className="pw-alike-record">
      <span className="pw-alike-name">
        {url === undefined ? (
          match.title
        ) : (
          <a href={url} target="_blank" rel="noreferrer">
            {match.title}
          </a>
        )}
        <span className="pw-alike-why">
          {labels.join(' · ')}
          {match.value === '' || match.value === match.title ? '' : `: ${match.value}`}
        </span>
      </span>
      {record !== undefined && match.may && <AlikeApart form={form} record={record} match={match} />}
      {onUse !== undefined && (
        <Button size="small" onClick={() => onUse(match.id)}>
          {t('form.useThis')}
          <span className="pw-hidden-text"> {match.title}</span>
        </Button>
      )}
    </li>
  )
}

/** Records that look the same; the record can be saved all the same. */
export function AlikeList({ found, ...alike }: Alike) {
  const t = useTexts()
  const { matches, more, hidden } = found
  return (
    <div className="pw-alike" role="status">
      {matches.length > 0 && (
        <p className="pw-alike-head">
          <Icon name="warning" />{' '}
          {more ? t('form.alikeMany', { count: matches.length }) : t('form.alike', { count: matches.length })}
        </p>
      )}
      <ul className="pw-alike-list">
        {matches.map((match) => (
          <AlikeRecord key={match.id} match={match} {...alike} />
        ))}
        {hidden.map((owner) => (
          <li key={owner} className="pw-alike-record">
            {owner === '' ? t('form.alikeHidden') : t('form.alikeHiddenOf', { owner })}
          </li>
        ))}
      </ul>
    </div>
  )
}
