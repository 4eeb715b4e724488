import { MemberName, useOptionSearch, useRenderer } from '@pipewright/renderer'
import { useQuery } from '@tanstack/react-query'
import { Mentions } from 'antd'
import { useState, type ClipboardEvent, type KeyboardEvent } from 'react'
import { client } from '../../../queries/client.ts'
import { useWorkspace } from '../../../shell/workspace-context.ts'
import { useText } from '../../../texts/use-text.ts'
import type { Mention } from './comment-parts.ts'
import type { TalkSite } from './use-talk.ts'
import './talk.css'

const mostOffered = 8

/** Active members by a part of their name, by pinyin or by initials, and who of them may read here. */
function useOffered(site: TalkSite, field: string | null) {
  const { people, departments } = useRenderer()
  const { workspace } = useWorkspace()
  const [asked, ask] = useState<string | null>(null)
  const active = people.filter((person) => person.active)
  const { matches, onSearch } = useOptionSearch(() => active.map(({ name }) => name))
  const offered =
    asked === null
      ? []
      : active.filter(({ name }) => asked === '' || matches(asked, name)).slice(0, mostOffered)
  const ids = offered.map(({ id }) => id)
  const readers = useQuery({
    queryKey: ['readers', workspace.key, site.form, site.id, field, ids],
    queryFn: () =>
      client.call('findReaders', {
        params: { workspace: workspace.key, ...site },
        body: { members: ids, ...(field === null ? {} : { field }) },
      }),
    enabled: ids.length > 0,
    staleTime: 30_000,
  })
  const isNamesake = (name: string) => active.filter((other) => other.name === name).length > 1
  return {
    search: (text: string) => {
      onSearch(text)
      ask(text)
    },
    offered: offered.map(({ id, name, department }) => {
      const unit = departments.find((one) => one.id === department)?.name
      return {
        id,
        // Two of one name are told apart in the text as well.
        name: isNamesake(name) ? `${name} (${unit ?? id.slice(-4)})` : name,
        reads: readers.data?.members.includes(id) ?? true,
      }
    }),
  }
}

export interface MentionBoxProps {
  readonly site: TalkSite
  readonly field: string | null
  readonly value: string
  readonly label: string
  readonly autoFocus?: boolean
  onChange(text: string): void
  onMention(mention: Mention): void
  onSend(): void
  onFiles(files: readonly File[]): void
}

/** What is written of a name behind the last "@" before the caret. */
function nameBefore(value: string, box: Element | null): string | undefined {
  const caret = box instanceof HTMLTextAreaElement ? box.selectionStart : value.length
  return /@([^\s@]*)$/u.exec(value.slice(0, caret))?.[1]
}

/** Plain text in which "@" offers members. Ctrl or ⌘ with Enter sends; Enter alone, and Enter of an input method, never. */
export function MentionBox(props: MentionBoxProps) {
  const text = useText()
  const { offered, search } = useOffered(props.site, props.field)
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      props.onSend()
    }
  }
  const paste = (event: ClipboardEvent) => {
    const files = [...event.clipboardData.files]
    if (files.length === 0) return
    event.preventDefault()
    props.onFiles(files)
  }
  return (
    <Mentions
      autoSize={{ minRows: 2, maxRows: 12 }}
      aria-label={props.label}
      placeholder={text('commentPlaceholder')}
      value={props.value}
      autoFocus={props.autoFocus === true}
      onChange={(value) => {
        props.onChange(value)
        // What is spoken, or written by an input method, comes without keys that the list would hear.
        const wanted = nameBefore(value, document.activeElement)
        if (wanted !== undefined) search(wanted)
      }}
      onSearch={search}
      onSelect={({ value }) => {
        const chosen = offered.find(({ name }) => name === value)
        if (chosen !== undefined) props.onMention({ id: chosen.id, name: chosen.name })
      }}
      filterOption={false}
      notFoundContent={<span className="pw-quiet">{text('mentionNobody')}</span>}
      options={offered.map(({ id, name, reads }) => ({
        key: id,
        value: name,
        label: (
          <span className="talk-offer">
            <MemberName id={id} name={name} />
            {!reads && <span className="pw-quiet">{text('mentionMayNotRead')}</span>}
          </span>
        ),
      }))}
      onKeyDown={press}
      onPaste={paste}
    />
  )
}
