/** What the frames of forms and pages say on a chat platform. */
export const frame = {
  cancel: 'Cancel',
  close: 'Close',
  date: 'date',
  time: 'time',
  zone: (zone: string) => `In ${zone} time.`,
  /** The words a form began with are longer than its field. */
  shortened: (max: number) => `Longer than ${max} characters: only the beginning stands here.`,
  more: (count: number) => (count === 1 ? 'One more is not shown.' : `${count} more are not shown.`),
}
