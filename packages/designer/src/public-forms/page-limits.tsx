import { Segmented, Switch } from 'antd'
import { NumberProperty } from '../parts/number-property.tsx'
import { Property } from '../parts/property.tsx'
import { useTexts } from '../texts/use-texts.ts'
import { MomentProperty } from './moment-property.tsx'
import type { PagePart } from './page-part.ts'

/** When, how many and how often. */
export function PageLimits({ page, change }: PagePart) {
  const t = useTexts()
  return (
    <>
      <MomentProperty
        label={t('publicForms.opensAt')}
        value={page.opensAt}
        onChange={(opensAt) => change({ opensAt })}
      />
      <MomentProperty
        label={t('publicForms.closesAt')}
        value={page.closesAt}
        onChange={(closesAt) => change({ closesAt })}
      />
      {page.find === undefined && <AnswerLimits page={page} change={change} />}
    </>
  )
}

/** How many answers, how often, and whether they can be seen again. */
function AnswerLimits({ page, change }: Omit<PagePart, 'form'>) {
  const t = useTexts()
  return (
    <>
      <NumberProperty
        label={t('publicForms.quota')}
        value={page.quota}
        min={1}
        max={1_000_000}
        placeholder={t('publicForms.noQuota')}
        onCommit={(quota) => change({ quota })}
      />
      <Property label={t('publicForms.oncePerDevice')} inline>
        {(id) => (
          <Switch
            id={id}
            checked={page.oncePerDevice === true}
            onChange={(once) => change({ oncePerDevice: once ? true : undefined })}
          />
        )}
      </Property>
      <Property label={t('publicForms.answerLink')} help={t('publicForms.answerLinkHelp')} group>
        {() => (
          <Segmented
            aria-label={t('publicForms.answerLink')}
            value={page.answerLink ?? 'none'}
            options={(['none', 'view', 'edit'] as const).map((value) => ({
              value,
              label: t(`publicForms.answer_${value}`),
            }))}
            onChange={(answerLink) => change({ answerLink: answerLink === 'none' ? undefined : answerLink })}
          />
        )}
      </Property>
    </>
  )
}
