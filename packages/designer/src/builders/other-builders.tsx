import type { Builder } from '@pipewright/contract'
import { Popover } from 'antd'
import { useDesign, useIndex } from '../environment/design-context.ts'
import { useLocalized } from '../environment/use-localized.ts'
import { useWatched } from '../environment/watched-value.ts'
import { useTexts } from '../texts/use-texts.ts'

/** Where somebody is, by the names of form and field as far as this draft has them. */
function usePlace({ form, field }: Builder): string {
  const t = useTexts()
  const read = useLocalized()
  const index = useIndex()
  const at = index.form(form ?? '')
  if (at === undefined) return t('builders.somewhere')
  const own = at.fields.find(({ key }) => key === field)
  return own === undefined ? read(at.label) : `${read(at.label)} · ${read(own.label)}`
}

function BuilderCard({ builder, name }: { readonly builder: Builder; readonly name: string }) {
  const t = useTexts()
  const read = useLocalized()
  const place = usePlace(builder)
  return (
    <div className="pwd-builder-card">
      <strong>{name}</strong>
      <span className="pwd-quiet">{place}</span>
      {builder.changes.length === 0 ? (
        <span className="pwd-quiet">{t('builders.noChanges')}</span>
      ) : (
        <>
          <span>{t('builders.changes', { count: builder.changes.length })}</span>
          <ul className="pwd-places">
            {builder.changes.slice(0, 20).map((sentence, position) => (
              <li key={position}>{read(sentence)}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

/** The last character of a Chinese name tells people of one family apart. */
const mark = (name: string): string =>
  /\p{Script=Han}/u.test(name) ? name.slice(-1) : name.slice(0, 1).toUpperCase()

function OtherBuilder({ builder }: { readonly builder: Builder }) {
  const t = useTexts()
  const { app } = useDesign()
  const place = usePlace(builder)
  const name = app.people.find(({ id }) => id === builder.member)?.name ?? t('builders.somebody')
  return (
    <Popover trigger={['click', 'hover']} content={<BuilderCard builder={builder} name={name} />}>
      <button type="button" className="pwd-builder" aria-label={t('builders.at', { name, place })}>
        {mark(name)}
      </button>
    </Popover>
  )
}

/** Who else designs now; pressing one tells where they are and what they changed and did not publish yet. */
export function OtherBuilders() {
  const t = useTexts()
  const { builders } = useDesign()
  const others = useWatched(builders, (all) => all)
  return (
    <div className="pwd-builders" role="group" aria-label={t('builders.label')} aria-live="polite">
      {others.slice(0, 5).map((builder) => (
        <OtherBuilder key={builder.member} builder={builder} />
      ))}
    </div>
  )
}
