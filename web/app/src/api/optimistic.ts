import type { QueryClient, QueryKey } from '@tanstack/react-query'
import { toast } from '@/ui/toast'
import { ApiError } from './errors'
import { patiently } from './waiting'

/**
 * Shows a change at once and asks the server, waiting for it while offline. When it is refused, what was there before
 * comes back, and a toast says which item it was. Answers whether it was kept.
 */
export async function optimistic<T>(
  cache: QueryClient,
  queryKey: QueryKey,
  change: (known: T) => T,
  ask: () => Promise<unknown>,
  failed: string,
): Promise<boolean> {
  await cache.cancelQueries({ queryKey })
  const before = cache.getQueryData<T>(queryKey)
  cache.setQueryData<T>(queryKey, (known) => known && change(known))
  try {
    await patiently(ask)
    return true
  } catch (failure) {
    cache.setQueryData(queryKey, before)
    toast.failed(failed, { description: failure instanceof ApiError ? failure.message : undefined })
    return false
  } finally {
    void cache.invalidateQueries({ queryKey })
  }
}
