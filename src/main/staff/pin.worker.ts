import { randomBytes } from 'node:crypto'
import { parentPort } from 'node:worker_threads'
import { argon2id, argon2Verify } from 'hash-wasm'

type Asked = { readonly id: number; readonly pin: string; readonly hash: string | null }

// OWASP's second choice for argon2id: 19 MiB, two passes, one lane.
const cost = { memorySize: 19_456, iterations: 2, parallelism: 1, hashLength: 32 }

parentPort?.on('message', ({ id, pin, hash }: Asked) => {
  const work = hash === null ? argon2id({ password: pin, salt: randomBytes(16), outputType: 'encoded', ...cost }) : argon2Verify({ password: pin, hash })
  work.then((value) => parentPort?.postMessage({ id, value }), () => parentPort?.postMessage({ id, value: null }))
})
