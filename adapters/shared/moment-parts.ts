/** The date and the time of an ISO local date-time; neither of anything else. */
export const momentParts = (text: string): { readonly date?: string; readonly time?: string } => {
  const [, date, time] = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)/.exec(text) ?? []
  return date === undefined || time === undefined ? {} : { date, time }
}
