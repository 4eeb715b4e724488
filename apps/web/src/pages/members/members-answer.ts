import type { AnswerOf, Routes } from '@pipewright/contract'

export type MembersAnswer = AnswerOf<Routes['listMembers']>

export interface MembersPart {
  readonly answer: MembersAnswer
  readonly onChanged: () => void
}
