import { FormattedTextInput } from '@pipewright/renderer'
import { useTyped } from '../draft/use-typed.ts'
import { useDesign } from '../environment/design-context.ts'
import { Property } from '../parts/property.tsx'
import { SelectProperty } from '../parts/select-property.tsx'
import { useTexts } from '../texts/use-texts.ts'
import type { ElementSheetProps } from './element-sheet.ts'
import { useInserts } from './use-inserts.ts'

type Language = 'en' | 'zh'
const tones = ['plain', 'info', 'success', 'warning'] as const

function TextIn({ language, form, element, change }: ElementSheetProps<'text'> & { language: Language }) {
  const t = useTexts()
  const inserts = useInserts(form)
  const label = `${t('elements.text')} (${t(`language.${language}`)})`
  const typed = useTyped(element.html[language] ?? '', (text: string) => {
    const { [language]: _, ...other } = element.html
    const html = text === '' ? other : { ...other, [language]: text }
    // One language at least has something to say.
    if (Object.keys(html).length > 0) change({ ...element, html })
  })
  return (
    <Property label={label} group>
      {(id) => (
        <FormattedTextInput
          id={id}
          label={label}
          value={typed.value}
          inserts={inserts}
          onChange={typed.type}
          onBlur={typed.commit}
        />
      )}
    </Property>
  )
}

/** What it says in both languages, and how much it stands out. */
export function TextSheet(props: ElementSheetProps<'text'>) {
  const { element, change } = props
  const t = useTexts()
  const { locale } = useDesign()
  const languages: readonly Language[] = locale === 'zh' ? ['zh', 'en'] : ['en', 'zh']
  return (
    <>
      {languages.map((language) => (
        <TextIn key={language} {...props} language={language} />
      ))}
      <SelectProperty
        label={t('elements.tone')}
        value={element.tone ?? 'plain'}
        options={tones.map((value) => ({ value, label: t(`elements.tone_${value}`) }))}
        onCommit={(tone) => {
          const { tone: _, ...rest } = element
          change(tone === 'plain' ? rest : { ...rest, tone })
        }}
      />
    </>
  )
}
