import {
  QueryClient,
  type InvalidateOptions,
  type InvalidateQueryFilters,
  type Query,
  type QueryKey,
} from '@tanstack/react-query'
import { ApiError } from './errors'

/** Each that is being read just now is read once more after that. */
function readAgain(cache: QueryClient, queries: Query[]): Promise<unknown> {
  return Promise.all(
    queries
      .filter(({ state }) => state.fetchStatus !== 'idle')
      .map(({ promise, queryKey }) =>
        promise?.then(
          () => cache.invalidateQueries({ queryKey, exact: true }),
          // it says itself what went wrong
          () => undefined,
        ),
      ),
  )
}

/** What was heard of this: a reading that is under way may bring what was there before, and is followed by another. */
export function heardOf(cache: QueryClient, queryKey: QueryKey): void {
  void readAgain(cache, cache.getQueryCache().findAll({ queryKey, exact: true }))
}

/**
 * What the screens have read. A first reading that is under way when it is made invalid may bring what was there before;
 * the library lets it stand, here another follows it.
 */
export class ReadingCache extends QueryClient {
  constructor() {
    super({
      defaultOptions: {
        queries: {
          // what the server has refused it will refuse again
          retry: (failures, error) =>
            failures < 2 && (!(error instanceof ApiError) || error.offline || error.status >= 500),
          staleTime: 5_000,
        },
      },
    })
  }

  override invalidateQueries(filters?: InvalidateQueryFilters, options?: InvalidateOptions): Promise<void> {
    const first = this.getQueryCache()
      .findAll(filters)
      .filter(({ state }) => state.data === undefined)
    const again = readAgain(this, first)
    return Promise.all([super.invalidateQueries(filters, options), again]).then(() => undefined)
  }
}
