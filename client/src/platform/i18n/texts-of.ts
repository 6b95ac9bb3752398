/** The same keys as another language's texts, each with a sentence of its own. */
export type TextsOf<Texts> = {
  [Key in keyof Texts]: Texts[Key] extends string ? string : TextsOf<Texts[Key]>
}
