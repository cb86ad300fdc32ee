/** A moment: milliseconds since 1970-01-01T00:00Z. */
export type Instant = number

/** A length of time in milliseconds. Whether it is business or wall time, its name says. */
export type Duration = number

/** One opening of a day, local wall-clock time, `HH:MM-HH:MM`; `24:00` may end it. Windows of a day never overlap. */
export type Window = string

export type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun'

/**
 * When service is given. `hours: 'always'` is 24×7. Otherwise a week of windows in `zone` (IANA), and dated
 * exceptions that replace the week's windows of that local date: `[]` closes it (a holiday), windows open it
 * (a make-up workday, 调休). Exceptions win over the weekend: that is the order stock libraries get wrong.
 */
export type Calendar = {
  readonly id: string
  readonly zone: string
  readonly hours: 'always' | { readonly [day in Weekday]?: readonly Window[] }
  readonly dates?: {
    readonly [isoDate: string]: { readonly hours: readonly Window[]; readonly name?: string }
  }
}
