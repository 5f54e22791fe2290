import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

export type Admitted = { readonly kind: 'welcome'; readonly cookie: string } | { readonly kind: 'used-up' } | { readonly kind: 'second-browser' }
export type Gate = ReturnType<typeof openGate>
const cookieName = 'regulars'
const mostTokens = 4

/**
 * Who may come in from this machine: a browser that brings a one-time token gets a cookie, good while the host runs. A second browser is
 * refused while the first is at work, unless `more` allows it; once the first is gone its cookie is worth nothing any more.
 */
export function openGate({ more, atWork, left }: { more: boolean; atWork: (session: string) => boolean; left: (session: string) => void }) {
  const tokens: string[] = []
  const sessions = new Set<string>()
  function welcome(at: number): Admitted {
    tokens.splice(at, 1)
    if (!more) for (const session of sessions) left(session)
    if (!more) sessions.clear()
    const session = secret()
    sessions.add(session)
    return { kind: 'welcome', cookie: `${cookieName}=${session}; HttpOnly; SameSite=Strict; Path=/` }
  }
  return {
    /** A token for one more address; only the newest few stay good. */
    newToken(): string {
      const token = secret()
      tokens.push(token)
      if (tokens.length > mostTokens) tokens.shift()
      return token
    },
    admit(token: string): Admitted {
      const at = tokens.findIndex((good) => same(good, token))
      if (at < 0) return { kind: 'used-up' }
      if (!more && [...sessions].some(atWork)) return { kind: 'second-browser' }
      return welcome(at)
    },
    /** The session this request belongs to, or null. */
    sessionOf(request: IncomingMessage): string | null {
      const given = /(?:^|;\s*)regulars=([\w-]+)/.exec(request.headers.cookie ?? '')?.[1]
      return given === undefined ? null : ([...sessions].find((session) => same(session, given)) ?? null)
    },
  }
}

const secret = (): string => randomBytes(32).toString('base64url')
const same = (a: string, b: string): boolean => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))

/**
 * What no other page and no other name may do: the Host must be ours (DNS rebinding), an Origin must be ours, and a browser must not say
 * that another site asked. Answers the status to refuse with, or null.
 */
export function strangerStatus(request: IncomingMessage, host: string): number | null {
  if (request.headers.host !== host) return 421
  const { origin } = request.headers
  if (origin !== undefined && origin !== `http://${host}`) return 403
  const from = request.headers['sec-fetch-site']
  return from === 'cross-site' || from === 'same-site' ? 403 : null
}
