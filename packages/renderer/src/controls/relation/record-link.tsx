import { useRenderer } from '../../environment/use-renderer.ts'

export interface RecordLinkProps {
  readonly form: string
  readonly id: string
  readonly title: string
}

/** The title of a record that leads to it; plain text where records have no address. */
export function RecordLink({ form, id, title }: RecordLinkProps) {
  const { recordUrl, openRecord, rights } = useRenderer()
  if (recordUrl === undefined || rights[form]?.read !== true)
    return <span className="pw-cell-text">{title}</span>
  return (
    <a
      className="pw-link"
      href={recordUrl(form, id)}
      onClick={(event) => {
        event.stopPropagation()
        if (openRecord === undefined || event.metaKey || event.ctrlKey || event.shiftKey) return
        event.preventDefault()
        openRecord(form, id)
      }}
    >
      {title}
    </a>
  )
}
