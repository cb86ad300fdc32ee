/** Why nothing more is taken in while the process ends. It is no fault: Slack sends it again, and another process takes it. */
export const ending = new Error('this process is ending; another one takes it')
