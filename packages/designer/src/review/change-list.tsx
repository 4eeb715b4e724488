import type { Impact } from '@pipewright/contract'
import { Icon } from '@pipewright/ui'
import { useLocalized } from '../environment/use-localized.ts'
import { useTexts } from '../texts/use-texts.ts'

const icons = { info: 'info', warning: 'warning', error: 'close-circle' } as const

/** Every change as a sentence, and under it what publishing it does. */
export function ChangeList({ changes }: { readonly changes: Impact['changes'] }) {
  const t = useTexts()
  const read = useLocalized()
  return (
    <ol className="pwd-changes">
      {changes.map((change, position) => (
        <li key={position}>
          <div className="pwd-change">{read(change.text)}</div>
          {change.effects.map((effect) => (
            <div key={read(effect.text)} className="pwd-effect" data-severity={effect.severity}>
              <Icon name={icons[effect.severity]} />
              <span>
                <span className="pw-hidden-text">{t(`review.${effect.severity}`)}: </span>
                {read(effect.text)}
              </span>
            </div>
          ))}
        </li>
      ))}
    </ol>
  )
}
