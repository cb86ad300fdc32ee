/** What the work comes to, or nothing when it takes longer than `ms`; it goes on all the same. */
export const within = async <Value>(work: Promise<Value>, ms: number): Promise<Value | undefined> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), ms)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
