import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { lazy, StrictMode, Suspense } from 'react'
import { createRoot } from 'react-dom/client'
import { ReadingCache } from './api/cache'
import { onSignedOut } from './api/client'
import { leaveWhile } from './api/SignedIn'
import { startTexts } from './i18n'
import { PartBoundary } from './i18n/PartBoundary'
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
  void leaveWhile(router.navigate({ to: '/login', search: { next: href }, ignoreBlocker: true }))
})

// browser tests wait for this before they click
router.subscribe('onResolved', () =>
  requestAnimationFrame(() => document.documentElement.toggleAttribute('data-ready', true)),
)
router.subscribe(
  'onBeforeNavigate',
  ({ pathChanged }) => pathChanged && document.documentElement.removeAttribute('data-ready'),
)

await startTexts()
createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
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
  </StrictMode>,
)
