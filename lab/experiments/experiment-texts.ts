/**
 * Texts of an experiment in another language than English, for the application; the command line speaks English. What has no text stays English.
 *
 * @typeParam P names of the experiment's parameters
 */
export interface ExperimentTexts<P extends string = string> {
  readonly title: string;
  readonly summary: string;
  /** Label of each parameter, and help for those that have it. */
  readonly params: Readonly<Record<P, ParameterTexts>>;
  /** Titles of the views, by their id. */
  readonly views: Readonly<Record<string, string>>;
  /** Labels of axes, curves and groups in the views, by what they are in English. */
  readonly labels: Readonly<Record<string, string>>;
}

/** Label and help of a parameter. */
export type ParameterTexts = readonly [label: string, help?: string];

/** An experiment's texts by language. */
export interface ExperimentLanguages<P extends string = string> {
  readonly de?: ExperimentTexts<P>;
}
