/** JSON that may stand inside a `<script>` of a page: nothing in it can end the element. */
export function stateJson(state: unknown): string {
  return JSON.stringify(state).replaceAll('<', '\\u003c')
}
