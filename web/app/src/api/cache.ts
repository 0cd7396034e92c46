import { QueryClient, type InvalidateOptions, type InvalidateQueryFilters } from '@tanstack/react-query'
import { ApiError } from './errors'

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
    const begun = this.getQueryCache()
      .findAll(filters)
      .filter(({ state }) => state.fetchStatus !== 'idle' && state.data === undefined)
    const again = begun.map(({ promise, queryKey }) =>
      promise?.then(
        () => super.invalidateQueries({ queryKey, exact: true }, options),
        // it says itself what went wrong
        () => undefined,
      ),
    )
    return Promise.all([super.invalidateQueries(filters, options), ...again]).then(() => undefined)
  }
}
