import { CheckOutlined } from '@ant-design/icons'
import type { TemplateCard as Template } from '@pipewright/contract'
import { localize } from '@pipewright/metadata'
import { useUiLocale } from '@pipewright/ui'
import { useText } from '../texts/use-text.ts'
import { BoardPicture } from './board-picture.tsx'
import { ChoiceCard } from './choice-card.tsx'

interface CardProps {
  readonly chosen: boolean
  readonly onChoose: () => void
}

export function TemplateCard({ card, ...choice }: CardProps & { readonly card: Template }) {
  const text = useText()
  const locale = useUiLocale()
  const counts = [
    text('countsForms', { count: card.counts.forms }),
    text('countsReports', { count: card.counts.reports }),
    text('countsRoles', { count: card.counts.roles }),
  ]
  return (
    <ChoiceCard {...choice} name={localize(card.name, locale)} picture={<BoardPicture />}>
      <span className="gallery-quiet">{localize(card.description, locale)}</span>
      {card.contains.map((item) => {
        const line = localize(item, locale)
        return (
          <span key={line} className="gallery-item">
            <CheckOutlined aria-hidden />
            {line}
          </span>
        )
      })}
      <span className="gallery-quiet">{counts.join(' · ')}</span>
    </ChoiceCard>
  )
}

export function BlankCard(choice: CardProps) {
  const text = useText()
  const stroke = 'var(--pw-border-strong)'
  const picture = (
    <svg viewBox="0 0 240 120" width="100%" height="120">
      <rect x="60" y="24" width="120" height="72" rx="6" fill="none" stroke={stroke} strokeDasharray="5 5" />
      <path d="M120 46v28M106 60h28" stroke={stroke} strokeWidth="2" strokeLinecap="round" />
    </svg>
  )
  return (
    <ChoiceCard {...choice} name={text('blankName')} picture={picture}>
      <span className="gallery-quiet">{text('blankHint')}</span>
    </ChoiceCard>
  )
}

/** Begins with a form made from a table: the file is dropped here, or chosen on the next page. */
export function TableCard(props: CardProps & { readonly file: File | null; onFile: (file: File) => void }) {
  const { file, onFile, ...choice } = props
  const text = useText()
  const stroke = 'var(--pw-border-strong)'
  const picture = (
    <svg viewBox="0 0 240 120" width="100%" height="120">
      <rect x="60" y="24" width="120" height="72" rx="4" fill="none" stroke={stroke} />
      <path d="M60 42h120M60 60h120M60 78h120M100 24v72M140 24v72" stroke={stroke} />
      <rect x="60" y="24" width="120" height="18" rx="4" fill="var(--pw-success)" opacity="0.5" />
    </svg>
  )
  return (
    <ChoiceCard {...choice} name={text('tableName')} picture={picture} onFile={onFile}>
      <span className="gallery-quiet">{text('tableHint')}</span>
      {file !== null && <span className="gallery-file">{file.name}</span>}
    </ChoiceCard>
  )
}
