import { chiSquareTail } from '../../../base/index.js';
import { aperiodicTemplates, templateText } from './aperiodic-templates.js';
import type { StsCounts } from './counts.js';
import { notApplicable, type Outcome } from './outcome.js';

/** Blocks that the sequence is cut into. */
const BLOCKS = 8;

/** Non-overlapping template matching with every aperiodic template of `bits` bits; p-values by template [SP 800-22 2.7]. */
export function nonOverlapping(counts: StsCounts, bits: number): Outcome<Readonly<Record<string, number>>> {
  const size = Math.floor(counts.length / BLOCKS);
  if (size <= bits) return notApplicable(`needs blocks longer than ${bits} bits, got ${size}`);
  const templates = aperiodicTemplates(bits);
  const found = counts.templates(bits, templates, size, BLOCKS);
  const mean = (size - bits + 1) / 2 ** bits;
  const entries = Array.from(templates, (template, t) => {
    const occurrences = Array.from({ length: BLOCKS }, (_, block) => found[block * templates.length + t]!);
    return [templateText(template, bits), templateTail(occurrences, bits, size)] as const;
  });
  return {
    p: Object.fromEntries(entries),
    ...(mean < 5
      ? { warning: `a template is expected ${mean.toPrecision(2)} times in a block: too few for a χ²` }
      : {}),
    details: { templates: templates.length, blockBits: size, mean },
  };
}

/**
 * χ² = Σ(W − μ)²/σ² over blocks of M bits, μ = (M − m + 1)/2^m, σ² = M(2^{−m} − (2m − 1)2^{−2m}), with as many degrees of freedom as blocks.
 * @param occurrences W of each block
 */
export function templateTail(occurrences: readonly number[], bits: number, size: number): number {
  const mean = (size - bits + 1) / 2 ** bits;
  const variance = size * (2 ** -bits - (2 * bits - 1) * 2 ** (-2 * bits));
  const chiSquare = occurrences.reduce((sum, w) => sum + (w - mean) ** 2 / variance, 0);
  return chiSquareTail(chiSquare, occurrences.length);
}
