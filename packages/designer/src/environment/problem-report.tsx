import { problemText, useText as textOfUse, type Problem } from '@pipewright/metadata'
import { Icon } from '@pipewright/ui'
import { Button, Modal } from 'antd'
import { useDesign } from './design-context.ts'
import { useTexts } from '../texts/use-texts.ts'

const mostPlaces = 12

/** The places of an "in use" problem, once each. */
function usePlaces(problem: Problem): readonly string[] {
  const { locale } = useDesign()
  if (problem.code !== 'in-use') return []
  return [...new Set(problem.params.uses.map((use) => textOfUse(use, locale)))]
}

function ReportedProblem({ problem }: { readonly problem: Problem }) {
  const t = useTexts()
  const { locale } = useDesign()
  const places = usePlaces(problem)
  if (places.length === 0) return <p>{problemText(problem, locale)}</p>
  const more = places.length - mostPlaces
  return (
    <>
      <p>{t('problem.inUse')}</p>
      <ul className="pwd-places">
        {places.slice(0, mostPlaces).map((place) => (
          <li key={place}>{place}</li>
        ))}
      </ul>
      {more > 0 && <p className="pwd-quiet">{t('problem.more', { count: more })}</p>}
    </>
  )
}

/** Says why a change does not fit, with the places that stand in the way. */
export function ProblemReport(props: {
  readonly problems: readonly Problem[]
  readonly onClose: () => void
}) {
  const t = useTexts()
  const { problems, onClose } = props
  return (
    <Modal
      open={problems.length > 0}
      onCancel={onClose}
      title={
        <span className="pwd-row">
          <Icon name="info" /> {t('problem.title')}
        </span>
      }
      footer={
        <Button type="primary" onClick={onClose}>
          {t('problem.understood')}
        </Button>
      }
    >
      {problems.slice(0, 5).map((problem) => (
        <ReportedProblem key={`${problem.code}${problem.pointer}`} problem={problem} />
      ))}
    </Modal>
  )
}
