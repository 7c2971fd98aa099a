/** What of a form is not kept, because it is longer than Foyer keeps. */
export type CutsView = {
  /** By field, how many bytes of JSON the answer has in Revento. */
  answers: Record<string, number>;
  /** How many fields are left out altogether. */
  leftOut: number;
  /** By field whose name was too long: the name, as far as it is kept. */
  labels: Record<string, string>;
};
