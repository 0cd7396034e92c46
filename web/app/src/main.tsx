import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { lazy, StrictMode, Suspense } from 'react'
import { createRoot } from 'react-dom/client'
import { ReadingCache } from './api/cache'
import { onSignedOut } from './api/client'
import { meQuery } from './api/queries'
import { leaveWhile, wasSignedIn } from './api/SignedIn'
import { startTexts } from './i18n'
import { PartBoundary } from './i18n/PartBoundary'
import { LanguageProvider } from './i18n/useTranslation'
import { makeRouter } from './router'
import { TooltipProvider } from './ui/popover'
import './styles.css'

const Toaster = lazy(() => import('./ui/Toaster').then(({ Toaster }) => ({ default: Toaster })))

const cache = new ReadingCache()
const router = makeRouter(cache)

onSignedOut(() => {
  const { pathname, href } = router.state.location
  if (!pathname.startsWith('/app')) return
  cache.clear()
  // what is typed in a form is kept for the way back: nothing to ask
  const state = { ended: wasSignedIn() }
  void leaveWhile(router.navigate({ to: '/login', search: { next: href }, state, ignoreBlocker: true }))
})

// browser tests wait for this before they click
router.subscribe('onResolved', () =>
  requestAnimationFrame(() => document.documentElement.toggleAttribute('data-ready', true)),
)
router.subscribe(
  'onBeforeNavigate',
  ({ pathChanged }) => pathChanged && document.documentElement.removeAttribute('data-ready'),
)

const texts = startTexts()
// who is signed in, the screen and all words come beside each other; the route waits for them and says what went wrong
if (location.pathname.startsWith('/app')) void cache.prefetchQuery(meQuery())
for (const route of router.getMatchedRoutes(location.pathname)[0]) void router.loadRouteChunk(route)
await texts
createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <LanguageProvider>
      <QueryClientProvider client={cache}>
        <TooltipProvider delayDuration={400}>
          <RouterProvider router={router} />
          <PartBoundary>
            <Suspense>
              <Toaster />
            </Suspense>
          </PartBoundary>
        </TooltipProvider>
      </QueryClientProvider>
    </LanguageProvider>
  </StrictMode>,
)
