import { getHome, ProcessPage } from '@randnotiz/contract/publishing/endpoints'

/** Ids of the demo's documents, in the order of the home page. */
export async function demoDocumentIds(url: string): Promise<string[]> {
  const answer = await fetch(url + getHome.path)
  return ProcessPage.parse(await answer.json()).documents.map(document => document.id)
}
