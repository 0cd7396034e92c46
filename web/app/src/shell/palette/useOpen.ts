import { useRouter } from '@tanstack/react-router'

/** Goes to an address of the app, with its search. */
export function useOpen(): (to: string) => void {
  const router = useRouter()
  return (to) => void router.navigate({ href: to })
}
