import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { api } from '@/api/client'

export function useSignOut(): () => Promise<void> {
  const cache = useQueryClient()
  const navigate = useNavigate()
  return async () => {
    await api.post('/api/auth/logout').catch(() => undefined)
    cache.clear()
    await navigate({ to: '/login', search: {} })
  }
}
