import fc from 'fast-check'
import { addOpenTime, isOpen, openTime } from '../../src/domain/calendar/business-time.ts'
import type { Calendar, Instant } from '../../src/domain/calendar/calendar.ts'
import { day } from '../../src/domain/calendar/units.ts'
import { openMinutes, oracleAddOpenTime, oracleOpenTime } from '../calendar/oracle.ts'
import { cases } from '../calendar/random-cases.ts'
import { addByLibrary, libraryCalendar, openTimeByLibrary } from './b3-library.ts'
import { type BenchRow, benchRow, median } from './row.ts'

/** What is measured: the open time between two instants, and back from it to the due instant. */
type Sample = { readonly calendar: Calendar; readonly from: Instant; readonly to: Instant }
type Pair = { readonly elapsed: number; readonly due: Instant | undefined }
type Engine = (sample: Sample) => Pair

const ours: Engine = ({ calendar, from, to }) => {
  const elapsed = openTime(calendar, from, to)
  return { elapsed, due: addOpenTime(calendar, from, elapsed) }
}

const oracle: Engine = ({ calendar, from, to }) => {
  const open = openMinutes(calendar, from, (to - from) / 60_000)
  const elapsed = oracleOpenTime(open, from, from, to)
  return { elapsed, due: oracleAddOpenTime(open, from, from, elapsed) }
}

const library: Engine = ({ from, to }) => {
  const elapsed = openTimeByLibrary(from, to)
  return { elapsed, due: addByLibrary(from, elapsed) }
}

/** A different answer makes the benchmark worthless, so it throws. It also makes the calendars known beforehand. */
const agree = (engine: Engine, samples: readonly Sample[]): void => {
  for (const sample of samples) {
    const [expected, found] = [ours(sample), engine(sample)]
    if (found.elapsed !== expected.elapsed || found.due !== expected.due)
      throw new Error(`B3: ${JSON.stringify({ sample, expected, found })}`)
  }
}

/** Nanoseconds for one sample, measured over at least a few milliseconds. */
const cost = (engine: Engine, samples: readonly Sample[]): number => {
  const start = performance.now()
  let done = 0
  while (done === 0 || performance.now() - start < 20) {
    for (let turn = 0; turn < (engine === ours ? 500 : 1); turn += 1)
      for (const sample of samples) engine(sample)
    done += engine === ours ? 500 * samples.length : samples.length
  }
  return ((performance.now() - start) * 1e6) / done
}

/** Random calendars that open within the day after their start, so that every horizon has something to find. */
const randomSamples = (days: number, count: number): readonly Sample[] =>
  fc
    .sample(cases(1), { seed: 2026, numRuns: 200 })
    .map(({ calendar, facts }) => ({ calendar, from: facts.startedAt, to: facts.startedAt + days * day }))
    .filter(({ calendar, from }) => calendar.hours !== 'always' && openTime(calendar, from, from + day) > 0)
    .slice(0, count)

/** Starts spread over a year, each with both ends in service hours: outside them the library answers differently. */
const librarySamples = (days: number, count: number): readonly Sample[] =>
  Array.from({ length: 400 }, (_, index) => Date.UTC(2026, 0, 5, 10) + index * day)
    .map((from) => ({ calendar: libraryCalendar, from, to: from + days * day }))
    .filter(({ calendar, from, to }) => isOpen(calendar, from) && isOpen(calendar, to))
    .filter((_, index) => index % 7 === 0)
    .slice(0, count)

const units: readonly (readonly [name: string, nanoseconds: number])[] = [
  ['ns', 1],
  ['µs', 1e3],
  ['ms', 1e6],
]
const inWords = (nanoseconds: number): string => {
  const [name, size] = units.findLast(([, unit]) => nanoseconds >= 10 * unit) ?? ['ns', 1]
  return `${Math.round(nanoseconds / size)} ${name}`
}

const mix = [
  { days: 1, count: 20 },
  { days: 30, count: 10 },
  { days: 365, count: 3 },
  { days: 3650, count: 1 },
]
const rounds = [1, 2, 3]

/** Ours against a reference: the geometric mean of the ratios of the horizons, so that no horizon drowns the others. */
const against = (
  row: Pick<BenchRow, 'id' | 'what' | 'reference' | 'goal'>,
  reference: Engine,
  samplesOf: (days: number, count: number) => readonly Sample[],
): BenchRow => {
  const horizons = mix.map(({ days, count }) => ({ days, samples: samplesOf(days, count) }))
  for (const { samples } of horizons) agree(reference, samples)
  const measured = rounds.map(() =>
    horizons.map(({ samples }) => ({ theirs: cost(reference, samples), own: cost(ours, samples) })),
  )
  const detail = horizons.map(({ days }, index) => {
    const own = median(measured.map((round) => round[index]?.own ?? Number.NaN))
    const theirs = median(measured.map((round) => round[index]?.theirs ?? Number.NaN))
    return `${days} d ${inWords(own)} to ${inWords(theirs)} (${Math.round(theirs / own)} ×)`
  })
  const geometricMean = (ratios: readonly number[]): number =>
    ratios.reduce((product, ratio) => product * ratio, 1) ** (1 / ratios.length)
  return benchRow({
    ...row,
    rounds: measured.map((round) => geometricMean(round.map(({ own, theirs }) => theirs / own))),
    detail: detail.join('; '),
  })
}

const flat = (): BenchRow => {
  const [near, far] = [randomSamples(1, 6), randomSamples(3650, 6)]
  agree(ours, [...near, ...far])
  const measured = [...rounds, ...rounds, ...rounds].map(() => ({
    near: cost(ours, near),
    far: cost(ours, far),
  }))
  const fresh = { ...libraryCalendar, id: 'first use', dates: { '2031-01-01': { hours: [] } } }
  const start = performance.now()
  openTime(fresh, Date.UTC(2026, 0, 5), Date.UTC(2036, 0, 5))
  const first = inWords((performance.now() - start) * 1e6)
  const of = (which: 'near' | 'far'): string => inWords(median(measured.map((round) => round[which])))
  return benchRow({
    ...{ id: 'B3.flat', what: 'due instant and elapsed, 10 years ahead', reference: 'the same 1 day ahead' },
    goal: { atMost: 2 },
    rounds: measured.map((round) => round.far / round.near),
    detail: `10 years ${of('far')}, 1 day ${of('near')}; first use of a calendar, all 10 years: ${first}`,
  })
}

/** B3: business-time arithmetic against the minute oracle, against a popular library, and against its own horizon. */
export const run = async (): Promise<BenchRow[]> => [
  against(
    {
      ...{ id: 'B3.a', what: 'due instant and elapsed, random calendars, 1 day to 10 years' },
      ...{ reference: 'minute-by-minute oracle', goal: { atLeast: 1000 } },
    },
    oracle,
    randomSamples,
  ),
  against(
    {
      ...{ id: 'B3.b', what: 'due instant and elapsed, office hours with lunch and holidays in UTC' },
      ...{ reference: 'dayjs-business-time', goal: { atLeast: 10 } },
    },
    library,
    librarySamples,
  ),
  flat(),
]
