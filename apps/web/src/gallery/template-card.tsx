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
