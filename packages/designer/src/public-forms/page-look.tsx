import type { LocalizedText } from '@pipewright/schemas'
import { Segmented, Select } from 'antd'
import { ColorPicker } from '../parts/color-picker.tsx'
import { LocalizedInput } from '../parts/localized-input.tsx'
import { Property } from '../parts/property.tsx'
import { TypedInput } from '../parts/typed-input.tsx'
import { useTexts } from '../texts/use-texts.ts'
import { PageLogo } from './page-logo.tsx'
import type { PagePart } from './page-part.ts'

const site = /^https?:\/\/[A-Za-z0-9.-]{1,253}(:[0-9]{1,5})?$/
const address = /^https?:\/\/[^\s]{1,1900}$/
const words = ['title', 'intro', 'brand', 'submitLabel', 'thanksTitle', 'thanks'] as const
/** `title` names the whole area. */
const labelOf = (name: (typeof words)[number]) =>
  name === 'title' ? ('publicForms.heading' as const) : (`publicForms.${name}` as const)
const afterSending: ReadonlySet<string> = new Set(['thanksTitle', 'thanks'])
const long: ReadonlySet<string> = new Set(['intro', 'thanks'])

const filled = (text: LocalizedText): LocalizedText | undefined =>
  Object.keys(text).length === 0 ? undefined : text

/** What people read on the page. */
function PageWords({ page, change }: Omit<PagePart, 'form'>) {
  const t = useTexts()
  return (
    <>
      {words
        .filter((name) => page.find === undefined || !afterSending.has(name))
        .map((name) => (
          <Property key={name} label={t(labelOf(name))} group>
            {() => (
              <LocalizedInput
                label={t(labelOf(name))}
                value={page[name]}
                {...(long.has(name) ? { lines: 3 } : {})}
                onCommit={(text) => change({ [name]: filled(text) })}
              />
            )}
          </Property>
        ))}
    </>
  )
}

/** Where people go after sending. */
function Redirect({ page, change }: Omit<PagePart, 'form'>) {
  const t = useTexts()
  return (
    <Property label={t('publicForms.redirect')} help={t('publicForms.redirectHelp')} group>
      {() => (
        <TypedInput
          label={t('publicForms.redirect')}
          value={page.redirect ?? ''}
          onCommit={(text) =>
            (text === '' || address.test(text)) && change({ redirect: text === '' ? undefined : text })
          }
        />
      )}
    </Property>
  )
}

/** Words, logo, language, colour, and where the page may be embedded. */
export function PageLook({ page, change }: PagePart) {
  const t = useTexts()
  return (
    <>
      <PageWords page={page} change={change} />
      <PageLogo page={page} change={change} />
      {page.find === undefined && <Redirect page={page} change={change} />}
      <Property label={t('publicForms.language')} group>
        {() => (
          <Segmented
            aria-label={t('publicForms.language')}
            value={page.language ?? 'reader'}
            options={(['reader', 'en', 'zh'] as const).map((value) => ({
              value,
              label: t(`publicForms.language_${value}`),
            }))}
            onChange={(language) => change({ language: language === 'reader' ? undefined : language })}
          />
        )}
      </Property>
      <Property label={t('publicForms.color')} group>
        {() => (
          <ColorPicker
            label={t('publicForms.color')}
            value={page.color}
            onPick={(color) => change({ color })}
          />
        )}
      </Property>
      <Property label={t('publicForms.embedOn')} help={t('publicForms.embedOnHelp')}>
        {(id) => (
          <Select
            id={id}
            mode="tags"
            className="pwd-full"
            open={false}
            suffixIcon={null}
            value={page.embedOn ?? []}
            onChange={(sites: string[]) => {
              const known = sites.filter((one) => site.test(one))
              change({ embedOn: known.length === 0 ? undefined : known })
            }}
          />
        )}
      </Property>
    </>
  )
}
