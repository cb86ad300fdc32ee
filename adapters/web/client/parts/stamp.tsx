import { now } from '../state/clock.ts'
import { clockTime, fullTime, type Reader, shortTime } from '../time.ts'

/** A moment on the reader's clock, with the full date behind it. `dated`: other days show their date. */
export const Stamp = ({ at, reader, dated = false }: { at: number; reader: Reader; dated?: boolean }) => (
  <time dateTime={new Date(at).toISOString()} title={fullTime(at, reader)}>
    {dated ? shortTime(at, reader, now.peek()) : clockTime(at, reader)}
  </time>
)
