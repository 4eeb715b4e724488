import type { ExampleFault } from '../../examples/judge-example.ts'

/** What a value of a condition is called where somebody gives it. */
export const yesOrNo = 'yes or no'

export const examples: Readonly<Record<ExampleFault['kind'], string>> = {
  otherValue: '{expected} is expected, but it gives {actual}.',
  applies: 'It is not to apply, but it does.',
  appliesNot: 'It is to apply, but it does not.',
  didNotFail: 'It is to fail, but it gives {actual}.',
  wrongExpected: 'What is expected must be {wanted}.',
  wrongInput: 'The value of “{name}” must be {wanted}.',
  dayMissing: 'The result depends on the day: say which day it is in this row.',
  looksElsewhere: 'It looks through other forms, whose records an example does not have.',
  tooManyDigits: 'The result has more digits than the field holds.',
  failed: '{problem}',
}
