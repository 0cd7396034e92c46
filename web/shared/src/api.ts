import type { components, paths } from './api-types'

/** What the server's API document says, in names to work with. `api-types.ts` is made from it: `bin/ci api`. */

type Schemas = components['schemas']

export type Schema<Name extends keyof Schemas> = Schemas[Name]

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete'

/** A path of the document as an address that fills its variables: `/api/services/{id}` is `/api/services/${string}`. */
type Address<Path extends string> = Path extends `${infer Before}{${string}}${infer After}`
  ? `${Before}${string}${Address<After>}`
  : Path

/** The path of the document that an address belongs to. */
type PathOf<Called extends string> = {
  [Path in keyof paths]: [Called, Address<Path>] extends [Address<Path>, Called] ? Path : never
}[keyof paths]

type Operation<M extends Method, Called extends string> = paths[PathOf<Called>][M]

type Json<Response> = Response extends { content: { 'application/json': infer Body } } ? Body : void

/** What an address answers when all is well. */
export type Answer<M extends Method, Called extends string> =
  Operation<M, Called> extends { responses: infer Responses }
    ? { [Status in keyof Responses & (200 | 201 | 202 | 204)]: Json<Responses[Status]> }[keyof Responses &
        (200 | 201 | 202 | 204)]
    : never

/** What is sent there. */
export type Body<M extends Method, Called extends string> =
  Operation<M, Called> extends { requestBody?: infer Request } ? Json<NonNullable<Request>> : undefined

type Streamed<Path extends keyof paths> = paths[Path]['get'] extends {
  responses: { 200: { content: { 'text/event-stream': infer Events } } }
}
  ? Events
  : never

/** What the events of a member's stream carry, by name. */
export type Events = Streamed<'/api/events'>
/** The same for a visitor's chat. */
export type ChatEvents = Streamed<'/api/public/{slug}/chat/events'>
