import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { keepPreferences, preferencesQuery } from '@/api/preferences'
import { setMyKeys, sound, type MyKeys } from './mine'

/** Keeps them for the other browsers of the same person. */
export const keepMyKeys = (keys: MyKeys) =>
  keepPreferences({ keys: { ...keys, bound: keys.bound as Record<string, string> } })

/** Takes over what the person chose in another browser. */
export function useKeptKeys(): void {
  const { data } = useQuery(preferencesQuery())
  useEffect(() => {
    if (data) setMyKeys(sound(data.keys))
  }, [data])
}
