/** A piece of a label that stands on the line, lower or higher. */
export interface LabelRun {
  readonly text: string;
  readonly shift: 'none' | 'sub' | 'super';
}

/** Size of what stands lower or higher, against the text. */
export const LABEL_SMALL = 0.72;
/** How much lower or higher it stands, in units of the text's size. */
export const LABEL_SHIFT = { none: 0, sub: 0.22, super: -0.36 } as const;

/** Splits a label at `_{…}` and `^{…}`. */
export function runsOf(label: string): LabelRun[] {
  return label
    .split(/([_^]\{[^{}]*\})/)
    .filter((part) => part !== '')
    .map((part) => {
      const marked = /^([_^])\{([^{}]*)\}$/.exec(part);
      if (marked === null) return { text: part, shift: 'none' };
      return { text: marked[2]!, shift: marked[1] === '_' ? 'sub' : 'super' };
    });
}

const SUPER: Readonly<Record<string, string>> = {
  '0': '⁰', '1': '¹', '2': '²', '3': '³', '4': '⁴', '5': '⁵', '6': '⁶', '7': '⁷', '8': '⁸', '9': '⁹', '−': '⁻', '-': '⁻',
}; // prettier-ignore

/** A label where nothing can stand lower or higher: `10⁻³`, `R_P`. */
export function plainLabel(label: string): string {
  return runsOf(label)
    .map(({ text, shift }) => {
      if (shift === 'none') return text;
      if (shift === 'sub') return `_${text}`;
      const raised = Array.from(text, (letter) => SUPER[letter]);
      return raised.includes(undefined) ? `^${text}` : raised.join('');
    })
    .join('');
}
