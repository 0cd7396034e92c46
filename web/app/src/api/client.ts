import type { Answer, Body } from '@frontdesk/shared/api'
import { heardTime } from './clock'
import { ApiError, toApiError } from './errors'
import { viewedRole } from './viewAs'

type Query = Record<string, string | number | boolean | null | undefined>

interface Options {
  query?: Query
  body?: unknown
  /** sent as it is, in place of a body */
  file?: Blob
  signal?: AbortSignal
  /** makes a repeat of the same request harmless: the server answers as it did the first time */
  idempotencyKey?: string
}

const reservedSlugs = new Set(['me', 'admin'])

/** The business that the page is about. It stands in the address, so two tabs can hold two of them. */
export function currentBusiness(): string | undefined {
  const slug = /^\/app\/([^/]+)/.exec(location.pathname)?.[1]
  if (!slug || reservedSlugs.has(slug)) return undefined
  lastBusiness = slug
  return slug
}

let lastBusiness: string | undefined

/** The one that this tab was about last, on a page that is about none. */
export function businessBefore(): string | undefined {
  return lastBusiness
}

function cookie(name: string): string | undefined {
  const found = document.cookie.split('; ').find((entry) => entry.startsWith(`${name}=`))
  return found && decodeURIComponent(found.slice(name.length + 1))
}

function address(path: string, query?: Query): string {
  const values = Object.entries(query ?? {}).filter(([, value]) => value != null && value !== '')
  const search = new URLSearchParams(values.map(([name, value]) => [name, String(value)])).toString()
  return search ? `${path}?${search}` : path
}

async function send(method: string, path: string, options: Options): Promise<Response> {
  const headers = new Headers({ Accept: 'application/json, application/problem+json' })
  const business = currentBusiness()
  // asked for only where it is sent: reading it waits for another process of the browser
  const token = method === 'GET' ? undefined : cookie('XSRF-TOKEN')
  const role = viewedRole(business)
  if (business) headers.set('X-Frontdesk-Business', business)
  if (role) headers.set('X-Frontdesk-View-As', role)
  if (token) headers.set('X-XSRF-TOKEN', token)
  if (options.body !== undefined) headers.set('Content-Type', 'application/json')
  if (options.file) headers.set('Content-Type', 'application/octet-stream')
  if (options.idempotencyKey) headers.set('Idempotency-Key', options.idempotencyKey)
  if (document.documentElement.lang) headers.set('Accept-Language', document.documentElement.lang)
  try {
    const response = await fetch(address(path, options.query), {
      method,
      headers,
      signal: options.signal,
      credentials: 'same-origin',
      body: options.body === undefined ? options.file : JSON.stringify(options.body),
    })
    heardTime(response.headers.get('Date'))
    return response
  } catch (failure) {
    if (failure instanceof DOMException && failure.name === 'AbortError') throw failure
    throw new ApiError(0, 'offline', String(failure))
  }
}

let refreshing: Promise<boolean> | undefined

/** Trades the refresh cookie for a new access cookie; calls at the same time share one request. */
export function refreshSession(): Promise<boolean> {
  refreshing ??= send('POST', '/api/auth/refresh', {})
    .then((response) => response.ok)
    .catch(() => false)
    .finally(() => (refreshing = undefined))
  return refreshing
}

let signedOut = () => {}
/** What to do when the session is over and cannot be renewed. */
export function onSignedOut(action: () => void): void {
  signedOut = action
}

async function ask(method: string, path: string, options: Options): Promise<Response> {
  // at the door 401 is an answer to what was typed, not the end of a session
  const entry = /^\/api\/auth\/(login|register|forgot|reset|link|verify$|invitations)/.test(path)
  let response = await send(method, path, options)
  if (response.status === 401 && !entry && (await refreshSession())) response = await send(method, path, options)
  if (response.status === 401 && !entry) signedOut()
  if (!response.ok) throw await toApiError(response)
  return response
}

async function request<T>(method: string, path: string, options: Options = {}): Promise<T> {
  const response = await ask(method, path, options)
  if (response.status === 204 || response.headers.get('Content-Length') === '0') return undefined as T
  const text = await response.text()
  return (text ? JSON.parse(text) : undefined) as T
}

/** Knows by the address what is sent and what comes back: both stand in the server's API document. */
export const api = {
  get: <P extends string>(path: P, query?: Query, signal?: AbortSignal) =>
    request<Answer<'get', P>>('GET', path, { query, signal }),
  post: <P extends string>(path: P, body?: Body<'post', P>, options?: Omit<Options, 'body'>) =>
    request<Answer<'post', P>>('POST', path, { ...options, body: body ?? {} }),
  download: (path: string) => ask('GET', path, {}).then((response) => response.blob()),
  upload: <P extends string>(path: P, file: Blob, query: Query, signal?: AbortSignal) =>
    request<Answer<'post', P>>('POST', path, { file, query, signal }),
  put: <P extends string>(path: P, body: Body<'put', P>) => request<Answer<'put', P>>('PUT', path, { body }),
  patch: <P extends string>(path: P, body: Body<'patch', P>) => request<Answer<'patch', P>>('PATCH', path, { body }),
  delete: <P extends string>(path: P) => request<Answer<'delete', P>>('DELETE', path),
}
