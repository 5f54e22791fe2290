import type { Core, Watch } from '../context.ts'
import { Refusal } from '../errors.ts'
import type { Json } from '../vocabulary.ts'
import type { Readings } from './readings.ts'

type Asked<K extends keyof Readings> = Parameters<Readings[K]>[1]
type Answer<K extends keyof Readings> = Awaited<ReturnType<Readings[K]>>

/** Has a reading done on the reader's thread. A refusal there is a refusal here, and a bug a bug. */
export async function askReader<K extends keyof Readings>(core: Core, name: K, asked: Asked<K>, watch: Watch = {}): Promise<Answer<K>> {
  const reply = await core.ports.reader.ask(name, { at: core.now(), asked } as unknown as Json, watch)
  if (reply.ok) return reply.value as Answer<K>
  if ('code' in reply) throw new Refusal(reply.code, reply.facts)
  throw Object.assign(new Error(reply.bug.stack), { code: reply.bug.code })
}
