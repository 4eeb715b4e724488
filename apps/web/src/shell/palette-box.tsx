import { localize } from '@pipewright/metadata'
import { Icon, useUiLocale } from '@pipewright/ui'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Input } from 'antd'
import { useDeferredValue, useState, type KeyboardEvent } from 'react'
import { useNavigate } from 'react-router'
import { client } from '../queries/client.ts'
import { useText } from '../texts/use-text.ts'
import { navigationGroups } from './navigation-groups.ts'
import { useWorkspace, workspacePath } from './workspace-context.ts'

interface Hit {
  readonly path: string
  readonly icon: string
  readonly title: string
  readonly group: string
}

function useHits(q: string): readonly Hit[] {
  const app = useWorkspace()
  const locale = useUiLocale()
  const text = useText()
  const search = useQuery({
    queryKey: ['search', app.workspace.key, q],
    queryFn: () => client.call('searchAll', { params: { workspace: app.workspace.key }, query: { q } }),
    enabled: q.trim() !== '',
    placeholderData: keepPreviousData,
  })
  const needle = q.trim().toLowerCase()
  const places = navigationGroups(app)
    .flatMap((group) => group.entries)
    .map((entry) => ({
      path: workspacePath(app, entry.path),
      icon: entry.icon,
      title: localize(entry.label, locale),
      group: text('goTo'),
    }))
    .filter((hit) => hit.title.toLowerCase().includes(needle))
  const records = (needle === '' ? [] : (search.data?.groups ?? [])).flatMap(({ form: key, hits }) => {
    const form = app.definition.forms.find((candidate) => candidate.key === key)
    if (form === undefined) return []
    return hits.map(({ id, title }) => ({
      path: workspacePath(app, `/f/${key}/${id}`),
      icon: form.icon ?? 'form',
      title,
      group: localize(form.label, locale),
    }))
  })
  return [...records, ...places]
}

export function PaletteBox(props: { onDone: () => void }) {
  const text = useText()
  const navigate = useNavigate()
  const [q, setQ] = useState('')
  const [at, setAt] = useState(0)
  const hits = useHits(useDeferredValue(q))
  const open = (hit: Hit | undefined) => {
    if (hit === undefined) return
    props.onDone()
    void navigate(hit.path)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown') setAt(Math.min(at + 1, hits.length - 1))
    else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0))
    else if (event.key === 'Enter') open(hits[at])
    else return
    event.preventDefault()
  }
  return (
    <>
      <Input
        autoFocus
        role="combobox"
        aria-expanded="true"
        aria-controls="palette-hits"
        aria-activedescendant={hits[at] === undefined ? undefined : `palette-${at}`}
        aria-label={text('searchAll')}
        placeholder={text('searchHint')}
        value={q}
        onChange={(event) => {
          setQ(event.target.value)
          setAt(0)
        }}
        onKeyDown={onKeyDown}
      />
      <div
        id="palette-hits"
        role="listbox"
        aria-label={text('search')}
        style={{ marginTop: 8, maxHeight: 360, overflow: 'auto' }}
      >
        {hits.map((hit, index) => (
          <div
            key={hit.path}
            id={`palette-${index}`}
            role="option"
            aria-selected={index === at}
            className="palette-item"
            onClick={() => open(hit)}
          >
            <Icon name={hit.icon} />
            <span style={{ flex: 1 }}>{hit.title}</span>
            <span style={{ color: 'var(--pw-text-quiet)' }}>{hit.group}</span>
          </div>
        ))}
      </div>
      {hits.length === 0 && q.trim() !== '' && (
        <p style={{ color: 'var(--pw-text-quiet)' }}>{text('searchEmpty', { q })}</p>
      )}
    </>
  )
}
