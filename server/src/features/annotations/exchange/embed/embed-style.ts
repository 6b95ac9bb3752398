/** The style sheet of embedded texts: small, light and dark, without a font of its own. */
export const embedStyle = `:root {
  color-scheme: light dark;
  --ink: light-dark(#1b2528, #ece8de);
  --soft: light-dark(#4c585b, #b4bab6);
  --sheet: light-dark(#fffdf8, #1d2427);
  --line: light-dark(#e2dac9, #333c40);
  --link: light-dark(#0f4c54, #86cdd3);
  --marker: light-dark(#ffe9a0, #5a4a16);
  --note: light-dark(#b23420, #ff9d87);
}
* { box-sizing: border-box; }
body {
  max-width: 44rem;
  margin: 0 auto;
  padding: 1rem;
  background: var(--sheet);
  color: var(--ink);
  font: 1.0625rem/1.6 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif;
  overflow-wrap: break-word;
}
a { color: var(--link); text-underline-offset: 0.2em; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
h1 { margin: 0 0 0.5rem; font-size: 1.5rem; line-height: 1.25; text-wrap: balance; }
h2, h3, h4, h5, h6 { margin: 1.5rem 0 0.5rem; font-size: 1.125rem; line-height: 1.3; }
p { margin: 0 0 0.75rem; }
img { max-width: 100%; height: auto; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; }
th, td { padding: 0.375rem 0.5rem; border: 1px solid var(--line); text-align: start; vertical-align: top; }
blockquote { margin: 0 0 0.75rem; padding-inline-start: 0.75rem; border-inline-start: 3px solid var(--line); }
mark { background: var(--marker); color: inherit; border-bottom: 2px solid var(--note); }
.reference {
  display: inline-block;
  min-width: 1.5rem;
  min-height: 1.5rem;
  margin-inline: 0.125rem;
  border: 1px solid currentcolor;
  border-radius: 999px;
  color: var(--note);
  font-size: 0.75rem;
  font-weight: 600;
  line-height: 1.375rem;
  text-align: center;
  text-decoration: none;
}
.head, .foot { padding-block: 0.5rem; color: var(--soft); font-size: 0.875rem; }
.head { margin-bottom: 1rem; border-bottom: 1px solid var(--line); }
.foot { margin-top: 2rem; border-top: 1px solid var(--line); }
.notes { margin: 0; padding: 0; list-style: none; }
.notes > li { padding-block: 0.75rem; border-top: 1px solid var(--line); }
.notes > li:target, .reference:target { outline: 2px solid var(--note); outline-offset: 2px; }
.kind { margin: 0; color: var(--note); font-size: 0.875rem; font-weight: 600; }
.words { color: var(--soft); }
.body { white-space: pre-line; }
.replies { margin: 0; padding-inline-start: 1rem; border-inline-start: 2px solid var(--line); list-style: none; }
@media (forced-colors: active) { mark { background: Mark; color: MarkText; } }
`
