import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { lazy, StrictMode, Suspense } from 'react'
import { createRoot } from 'react-dom/client'
import { onSignedOut } from './api/client'
import { ApiError } from './api/errors'
import { startTexts } from './i18n'
import { PartBoundary } from './i18n/PartBoundary'
import { makeRouter } from './router'
import { TooltipProvider } from './ui/popover'
import './styles.css'

const Toaster = lazy(() => import('./ui/Toaster').then(({ Toaster }) => ({ default: Toaster })))

const cache = new QueryClient({
  defaultOptions: {
    queries: {
      // what the server has refused it will refuse again
      retry: (failures, error) =>
        failures < 2 && (!(error instanceof ApiError) || error.offline || error.status >= 500),
      staleTime: 5_000,
    },
  },
})

const router = makeRouter(cache)

onSignedOut(() => {
  const { pathname, href } = router.state.location
  if (!pathname.startsWith('/app')) return
  cache.clear()
  // what is typed in a form is kept for the way back: nothing to ask
  void router.navigate({ to: '/login', search: { next: href }, ignoreBlocker: true })
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
