import { useTexts } from '../texts/use-texts.ts'
import { FormProblems, type FormProblemsProps } from './form-problems.tsx'
import { FormWarnings } from './form-warnings.tsx'

/** What is to be said about the form as a whole, before its fields. */
export function FormMessages(props: FormProblemsProps) {
  const t = useTexts()
  return (
    <>
      <FormWarnings store={props.store} />
      <FormProblems {...props} />
      {props.sections.length === 0 && <p className="pw-quiet">{t('form.nothingToFill')}</p>}
    </>
  )
}
