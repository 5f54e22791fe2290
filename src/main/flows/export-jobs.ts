import type { Core } from '../context.ts'

/** Exports under way in this process, by id, and how each is stopped. */
const jobs = new WeakMap<Core, Map<string, AbortController>>()
const jobsOf = (core: Core): Map<string, AbortController> => {
  const known = jobs.get(core) ?? new Map<string, AbortController>()
  jobs.set(core, known)
  return known
}

/** Has the work done under a signal that cancels it. */
export async function underWay<T>(core: Core, exportId: string, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const stop = new AbortController()
  jobsOf(core).set(exportId, stop)
  try {
    return await work(stop.signal)
  } finally {
    jobsOf(core).delete(exportId)
  }
}

export const isUnderWay = (core: Core): boolean => jobsOf(core).size > 0
export const stopExports = (core: Core, ids: readonly string[]): void => ids.forEach((exportId) => jobsOf(core).get(exportId)?.abort())
