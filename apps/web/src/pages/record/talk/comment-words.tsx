import { useRenderer } from '@pipewright/renderer'
import { commentParts } from './comment-parts.ts'
import './talk.css'

export type NameOf = (id: string) => string

/** The words of a comment: links lead away, and who is mentioned is named. */
export function CommentWords({ text, nameOf }: { text: string; nameOf: NameOf }) {
  const { me } = useRenderer()
  return (
    <>
      {commentParts(text).map((part) => {
        if (part.type === 'text') return part.text
        if (part.type === 'link')
          return (
            <a key={part.at} className="pw-link" href={part.text} target="_blank" rel="noreferrer">
              {part.text}
            </a>
          )
        return (
          <span key={part.at} className={part.id === me ? 'talk-mention talk-me' : 'talk-mention'}>
            @{nameOf(part.id)}
          </span>
        )
      })}
    </>
  )
}
