import { app, protocol, shell, type Session, type WebContents } from 'electron'
import { isOutsideLink } from './outside-link.ts'
import type { Screens } from './screens.ts'

// Electron's security checklist, as far as it is the session's and the page's; the window's own switches are in electron-window.ts.
const scheme = 'app'
export const ourOrigin = `${scheme}://regulars`
export const home = `${ourOrigin}/`
const isOurs = (address: string): boolean => address === ourOrigin || address.startsWith(home)

/** The screens' own scheme, with a real origin; to be called before Electron is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme, privileges: { standard: true, secure: true, supportFetchAPI: true } }])
}

/** Every page, of whatever kind it will be: it stays where it is, opens no window and holds no other page. A way to a customer opens in another program; `wayOut` reads those that the page may not. */
export function holdPagesInPlace(wayOut: (pathname: string) => string | null): void {
  app.on('web-contents-created', (_event, contents: WebContents) => {
    const stay = (event: { preventDefault(): void; readonly url: string }) => isOurs(event.url) || event.preventDefault()
    contents.on('will-navigate', stay)
    contents.on('will-frame-navigate', stay)
    contents.on('will-redirect', stay)
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(({ url }) => {
      const link = isOurs(url) ? wayOut(URL.parse(url)?.pathname ?? '') : url
      if (link !== null && isOutsideLink(link)) void shell.openExternal(link)
      return { action: 'deny' }
    })
  })
}

/** The session shows our screens and nothing else: no network, no permission but the camera, no device, no download but our own receipts. */
export function hardenSession(session: Session, screens: Screens, development: string | null): void {
  session.protocol.handle(scheme, (request) => answer(request, screens))
  session.setPermissionRequestHandler((_contents, permission, decide, details) => {
    const kinds = 'mediaTypes' in details ? (details.mediaTypes ?? []) : []
    decide(permission === 'media' && isOurs(details.requestingUrl) && kinds.length > 0 && kinds.every((kind) => kind === 'video'))
  })
  session.setPermissionCheckHandler((_contents, permission, origin, details) => permission === 'media' && isOurs(origin) && details.mediaType === 'video')
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, decide) => decide({}))
  session.setSpellCheckerEnabled(false) // its dictionaries would be fetched from elsewhere
  session.webRequest.onBeforeRequest((details, decide) => decide({ cancel: !mayLoad(details.url, development) }))
  session.on('will-download', (event, item) => {
    if (!item.getURL().startsWith(`blob:${ourOrigin}`)) event.preventDefault()
  })
}

/** The app's own scheme and what a page makes itself; while developing also vite's server and the inspector. */
function mayLoad(address: string, development: string | null): boolean {
  if (isOurs(address) || address.startsWith(`blob:${ourOrigin}`) || address.startsWith('data:')) return true
  if (development === null) return false
  return address.startsWith(development) || address.startsWith(development.replace('http', 'ws')) || address.startsWith('devtools:')
}

async function answer(request: Request, screens: Screens): Promise<Response> {
  const url = URL.parse(request.url)
  if (request.method !== 'GET' || !url || !isOurs(request.url)) return new Response('Refused\n', { status: 403 })
  const { status, headers, body } = await screens(url.pathname)
  return new Response(new Uint8Array(body), { status, headers })
}
