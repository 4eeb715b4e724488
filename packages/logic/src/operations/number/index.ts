import { abs } from './abs.ts'
import { add } from './add.ts'
import { ceiling } from './ceiling.ts'
import { clamp } from './clamp.ts'
import { distance } from './distance.ts'
import { div } from './div.ts'
import { even } from './even.ts'
import { exp } from './exp.ts'
import { floor } from './floor.ts'
import { gcd } from './gcd.ts'
import { int } from './int.ts'
import { lcm } from './lcm.ts'
import { ln } from './ln.ts'
import { logarithm } from './logarithm.ts'
import { mod } from './mod.ts'
import { mround } from './mround.ts'
import { mul } from './mul.ts'
import { neg } from './neg.ts'
import { odd } from './odd.ts'
import { power } from './power.ts'
import { quotient } from './quotient.ts'
import { round } from './round.ts'
import { roundDown } from './round-down.ts'
import { roundEven } from './round-even.ts'
import { roundUp } from './round-up.ts'
import { sign } from './sign.ts'
import { sqrt } from './sqrt.ts'
import { sub } from './sub.ts'
import { withinMetres } from './within-metres.ts'
import type { Operation } from '../../operation.ts'

export const numberOperations = {
  abs,
  add,
  ceiling,
  clamp,
  distance,
  div,
  even,
  exp,
  floor,
  gcd,
  int,
  lcm,
  ln,
  logarithm,
  mod,
  mround,
  mul,
  neg,
  odd,
  power,
  quotient,
  round,
  roundDown,
  roundEven,
  roundUp,
  sign,
  sqrt,
  sub,
  withinMetres,
} satisfies Record<string, Operation>
