import type { ReactNode } from 'react'
import type { TemplateCard as Template } from '@pipewright/contract'
import { localize } from '@pipewright/metadata'
import { useUiLocale } from '@pipewright/ui'
import { useText } from '../texts/use-text.ts'
import { BoardPicture } from './board-picture.tsx'

function ChoiceCard(props: {
  name: string
  lines: readonly string[]
  chosen: boolean
  onChoose: () => void
  children?: ReactNode
}) {
  return (
    <button
      type="button"
      role="radio"
      aria-checked={props.chosen}
      className="gallery-card"
      data-chosen={props.chosen}
      onClick={props.onChoose}
    >
      <div className="gallery-picture" aria-hidden="true">
        {props.children}
      </div>
      <div className="gallery-words">
        <strong>{props.name}</strong>
        {props.lines.map((line) => (
          <span key={line} className="gallery-quiet">
            {line}
          </span>
        ))}
      </div>
    </button>
  )
}

export function TemplateCard({
  card,
  chosen,
  onChoose,
}: {
  card: Template
  chosen: boolean
  onChoose: () => void
}) {
  const text = useText()
  const locale = useUiLocale()
  const counts = [
    text('countsForms', { count: card.counts.forms }),
    text('countsReports', { count: card.counts.reports }),
    text('countsRoles', { count: card.counts.roles }),
  ]
  const contains = card.contains.map((item) => localize(item, locale))
  const lines = [
    localize(card.description, locale),
    contains.join(locale === 'zh' ? '、' : ', '),
    counts.join(' · '),
  ]
  return (
    <ChoiceCard name={localize(card.name, locale)} lines={lines} chosen={chosen} onChoose={onChoose}>
      <BoardPicture />
    </ChoiceCard>
  )
}

export function BlankCard({ chosen, onChoose }: { chosen: boolean; onChoose: () => void }) {
  const text = useText()
  return (
    <ChoiceCard name={text('blankName')} lines={[text('blankHint')]} chosen={chosen} onChoose={onChoose}>
      <svg viewBox="0 0 240 120" width="100%" height="120">
        <rect
          x="60"
          y="24"
          width="120"
          height="72"
          rx="6"
          fill="none"
          stroke="var(--pw-border-strong)"
          strokeDasharray="5 5"
        />
        <path
          d="M120 46v28M106 60h28"
          stroke="var(--pw-border-strong)"
          strokeWidth="2"
          strokeLinecap="round"
        />
      </svg>
    </ChoiceCard>
  )
}
