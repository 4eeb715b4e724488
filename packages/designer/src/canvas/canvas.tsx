import type { Form } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import { Button } from 'antd'
import { Fragment, useMemo, type RefObject } from 'react'
import { useClipboard } from '../clipboard/use-clipboard.ts'
import { useDesign, useIndex } from '../environment/design-context.ts'
import { useWatched } from '../environment/watched-value.ts'
import { useLocalized } from '../environment/use-localized.ts'
import { sometimesRequired } from '../rules/field-rules.ts'
import { LayoutBar } from '../layouts/layout-bar.tsx'
import { useTexts } from '../texts/use-texts.ts'
import { addSectionEdit } from '../tree/section-edits.ts'
import { CanvasHandContext, useCanvasHand } from './canvas-hand.ts'
import { CanvasSection } from './canvas-section.tsx'
import { EmptyPages, PageMark } from './page-mark.tsx'
import { useFieldActions } from './use-field-actions.ts'

function CanvasHead({ form }: { readonly form: Form }) {
  const t = useTexts()
  const read = useLocalized()
  const { selected, select } = useDesign()
  const isSelected = useWatched(selected, ({ kind }) => kind === 'form')
  return (
    <button
      type="button"
      className="pwd-canvas-head"
      aria-pressed={isSelected}
      data-selected={isSelected ? '' : undefined}
      onClick={() => select({ kind: 'form' })}
    >
      <span
        className="pwd-form-mark"
        style={{
          background: `var(--pw-${form.color ?? 'gray'}-surface)`,
          color: `var(--pw-${form.color ?? 'gray'}-text)`,
        }}
      >
        <Icon name={form.icon ?? 'file-text'} />
      </span>
      <span className="pwd-canvas-title">{read(form.label)}</span>
      <span className="pwd-quiet">{t('canvas.settings')}</span>
    </button>
  )
}

/** The form as people will see it, to arrange. */
export function Canvas({
  form,
  frame,
}: {
  readonly form: Form
  readonly frame: RefObject<HTMLDivElement | null>
}) {
  const t = useTexts()
  const index = useIndex()
  const { edit, select } = useDesign()
  const sometimes = useMemo(() => sometimesRequired(form), [form])
  const actions = useFieldActions(form)
  const hand = useCanvasHand(form, actions)
  useClipboard(form, actions)
  const add = () => {
    const adding = addSectionEdit(form)
    if (edit(adding)) select({ kind: 'section', section: adding.section.key })
  }
  return (
    <div ref={frame} className="pwd-canvas" data-canvas="" role="group" aria-label={t('canvas.name')}>
      <div className="pwd-sheet" data-labels={form.layout.labels}>
        <LayoutBar form={form} />
        <CanvasHead form={form} />
        <CanvasHandContext value={hand}>
          {form.layout.sections.map((section, position) => (
            <Fragment key={section.key}>
              <PageMark layout={form.layout} position={position} />
              <CanvasSection
                form={form}
                section={section}
                index={index}
                sometimes={sometimes}
                position={position}
                isLast={position === form.layout.sections.length - 1}
              />
            </Fragment>
          ))}
          <EmptyPages layout={form.layout} />
        </CanvasHandContext>
        <Button type="dashed" block icon={<Icon name="plus" />} onClick={add}>
          {t('palette.section')}
        </Button>
      </div>
    </div>
  )
}
