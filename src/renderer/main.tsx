import '@fontsource/inter/400.css'
import '@fontsource/inter/500.css'
import '@fontsource/inter/600.css'
import '@fontsource/inter/700.css'
import '@mantine/core/styles.css'
import './ui/base.css'
import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { onAnswered } from './bridge.ts'
import { noteSearch } from './customers/search/search-times.ts'
import { colours, theme } from './ui/theme.ts'
import { queries } from './use-call.ts'

onAnswered(noteSearch)
const root = document.getElementById('root')
if (!root) throw new Error('index.html has no root')
// The page's security policy lets only styles with this nonce in; the second line is where the scroll lock of dialogs looks for it.
const nonce = document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce ?? ''
Object.assign(window, { __webpack_nonce__: nonce })
createRoot(root).render(
  <StrictMode>
    <MantineProvider theme={theme} cssVariablesResolver={colours} defaultColorScheme="auto" getStyleNonce={() => nonce}>
      <QueryClientProvider client={queries}>
        <App />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
)
