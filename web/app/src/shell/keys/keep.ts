import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { api } from '@/api/client'
import { setMyKeys, sound, type MyKeys } from './mine'

/** Keeps them for the other browsers of the same person. */
export const keepMyKeys = (keys: MyKeys) =>
  api.put('/api/me/preferences', { keys: { ...keys, bound: keys.bound as Record<string, string> } })

/** Takes over what the person chose in another browser. */
export function useKeptKeys(): void {
  const { data } = useQuery({
    queryKey: ['me', 'preferences'],
    queryFn: () => api.get('/api/me/preferences'),
    staleTime: 60_000,
  })
  useEffect(() => {
    if (data) setMyKeys(sound(data.keys))
  }, [data])
}
