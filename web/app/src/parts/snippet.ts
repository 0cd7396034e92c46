/** The line that puts the chat on the business's own site. */
export function widgetSnippet(slug: string): string {
  return `<script async src="${location.origin}/widget.js" data-business="${slug}"></script>`
}
