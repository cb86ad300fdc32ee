import { readFile } from 'node:fs/promises'

/** What of a sorted list so many percent are not above. */
export const percentile = (values: readonly number[], percent: number): number => {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1)] ?? Number.NaN
}

/** In words: how many, the median, the 99th of a hundred and the longest, ms. */
export const spread = (ms: readonly number[]): string =>
  `${ms.length} of them, p50 ${percentile(ms, 50).toFixed(0)} ms, p99 ${percentile(ms, 99).toFixed(0)} ms, longest ${Math.max(...ms).toFixed(0)} ms`

/** How much memory a process has, MB. */
export const memoryOf = async (pid: number | undefined): Promise<number> => {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1_024
}

/**
 * Settings by which a process says at its end how late its event loop was, p99 in ms, on its error output: what it did not
 * get to meanwhile, nobody else would know.
 */
export const tellsLoopDelay = {
  NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(`
    import { monitorEventLoopDelay } from 'node:perf_hooks'
    const delay = monitorEventLoopDelay({ resolution: 10 })
    delay.enable()
    process.on('exit', () => console.error('loop delay p99 ' + (delay.percentile(99) / 1e6).toFixed(0) + ' ms'))`)}`,
}
