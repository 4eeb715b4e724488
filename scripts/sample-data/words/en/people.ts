import type { People, Spelled } from '../words.ts'

const spelled = (names: string): readonly Spelled[] =>
  names.split(' ').map((name) => [name, name.toLowerCase().replaceAll(/[^a-z]/g, '')] as const)

export const people: People = {
  space: ' ',
  family: spelled(
    'Abbott Andersen Bailey Barker Bennett Bianchi Brooks Carver Chaudhry Clarke Coleman Costa Dawson Delgado Doyle Evans Fletcher Foster Garcia Gibson Grant Haas Hansen Harper Hughes Iqbal Jansen Keller Kelly Khan Lambert Lopez Mackay Marsh Mendes Murphy Nolan Novak Osborne Palmer Patel Price Quinn Reid Rossi Sanders Schmidt Shaw Silva Stone Sutton Tanaka Turner Vance Walsh Weber Wood Yates Young Zeller',
  ),
  given: spelled(
    'Adam Alice Amelia Andrew Anna Anya Ben Bridget Carlos Catherine Charlotte Chris Claire Colin David Deepa Edward Emily Emma Fatima Fiona Frank George Grace Greta Hannah Henry Ian Ingrid Isabel Jack James Jane Joanna John Julia Karen Kate Kevin Laura Leo Lucy Maria Mark Martin Megan Michael Nadia Nicola Nina Oliver Olivia Paul Peter Rachel Robert Rosa Sam Sarah Simon Stephen Susan Tara Thomas Victor Wendy William Yusuf Zoe',
  ),
  jobTitles: [
    ['Managing Director', 'decision_maker', 3],
    ['Operations Director', 'decision_maker', 3],
    ['Supply Chain Director', 'decision_maker', 3],
    ['Purchasing Manager', 'buyer', 5],
    ['Senior Buyer', 'buyer', 3],
    ['Logistics Manager', 'influencer', 4],
    ['Warehouse Manager', 'user', 5],
    ['IT Manager', 'influencer', 4],
    ['Process Engineer', 'user', 3],
    ['Plant Manager', 'decision_maker', 2],
    ['Financial Controller', 'gatekeeper', 2],
    ['Executive Assistant', 'gatekeeper', 2],
  ],
}
