import { api } from './client'

/** Puts the checklist on Home away, or brings it back. */
export const putChecklistAway = (away: boolean) => api.put('/api/setup/checklist', { away })
