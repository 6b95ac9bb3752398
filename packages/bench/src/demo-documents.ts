import { getHome, ProcessPage } from '@randnotiz/contract/publishing/endpoints'

/** Ids of the demo's documents, in the order of the home page. */
export async function demoDocumentIds(url: string): Promise<string[]> {
  const answer = await fetch(url + getHome.path)
  return ProcessPage.parse(await answer.json()).documents.map(document => document.id)
}

export async function demoDocumentSlug(url: string, documentId: string): Promise<string> {
  const answer = await fetch(url + getHome.path)
  const document = ProcessPage.parse(await answer.json()).documents.find(({ id }) => id === documentId)
  if (!document) throw new Error(`no document ${documentId} on the home page`)
  return document.slug
}
