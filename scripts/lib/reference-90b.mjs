// What NIST's ea_non_iid prints at -vv, as data.

/** Names of its estimators, by ours. */
const NAMES = {
  'Most Common Value': 'mcv',
  Collision: 'collision',
  Markov: 'markov',
  Compression: 'compression',
  't-Tuple': 'tTuple',
  LRS: 'lrs',
  'MultiMCW Prediction': 'multiMcw',
  'Lag Prediction': 'lag',
  'MultiMMC Prediction': 'multiMmc',
  'LZ78Y Prediction': 'lz78y',
};

/** Every `Literal X Estimate: figure = value` of its output, and the figures of the whole. */
export function referenceFigures(text) {
  const found = {};
  for (const [, label, test, figure, value] of text.matchAll(
    /^(Literal|Bitstring) (.+?) Estimate: (.+?) = ([-+.\de]+)$/gm,
  )) {
    const estimators = (found[label.toLowerCase()] ??= {});
    const name = NAMES[test];
    if (name === undefined) throw new Error(`unknown estimator ${test}`);
    (estimators[name] ??= {})[figure] = Number(value);
  }
  for (const [figure, name] of [
    ['H_original', 'hOriginal'],
    ['H_bitstring', 'hBitstring'],
    ['Assessed min entropy', 'assessed'],
  ]) {
    const match = new RegExp(`^${figure}(?: =|:) ([-+.\\de]+)$`, 'm').exec(text);
    if (match) found[name] = Number(match[1]);
  }
  return found;
}
