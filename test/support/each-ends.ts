import { afterEach } from 'vitest'

/** A way to start stories, or whatever else has an end, in the tests of one file: each ends with its test. */
export const eachEnds = <Given extends readonly unknown[], Started extends { end(): Promise<unknown> }>(
  begin: (...given: Given) => Promise<Started>,
): ((...given: Given) => Promise<Started>) => {
  const open: Started[] = []
  afterEach(async () => {
    for (const one of open.splice(0)) await one.end()
  })
  return async (...given) => {
    const started = await begin(...given)
    open.push(started)
    return started
  }
}
