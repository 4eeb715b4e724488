import type { Impact } from '@pipewright/contract'
import { Icon } from '@pipewright/ui'
import { useDesign } from '../environment/design-context.ts'
import { useLocalized } from '../environment/use-localized.ts'
import { useTexts } from '../texts/use-texts.ts'

const icons = { info: 'info', warning: 'warning', error: 'close-circle' } as const

type Records = Impact['changes'][number]['effects'][number]['records']

/** Some of the records that an effect concerns, to be put right beside the designer. */
function EffectRecords({ records }: { readonly records: Records }) {
  const t = useTexts()
  const read = useLocalized()
  const { app } = useDesign()
  if (records.length === 0) return null
  return (
    <span className="pwd-effect-records">
      {t('review.look')}
      {records.map(({ form, id, title, why }) => {
        const link = (
          <a key={id} href={`/w/${app.workspace.key}/f/${form}/${id}`} target="_blank" rel="noreferrer">
            {title ?? t('review.untitled')}
          </a>
        )
        return why === undefined ? (
          link
        ) : (
          <span key={id} className="pwd-effect-why">
            {link} {read(why)}
          </span>
        )
      })}
    </span>
  )
}

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
                <EffectRecords records={effect.records} />
              </span>
            </div>
          ))}
        </li>
      ))}
    </ol>
  )
}
