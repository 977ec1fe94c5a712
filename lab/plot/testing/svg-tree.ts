/** An element of a parsed SVG document. */
export interface SvgNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: SvgNode[];
  /** Text directly in it and in its spans. */
  text: string;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
const TOKEN = /<\/([\w-]+)>|<([\w-]+)((?: [\w:-]+="[^"<]*")*)(\/?)>|([^<]+)/gy;

const unescape = (text: string): string =>
  text.replace(/&([^;]*);/g, (_, name: string) => {
    const character = ENTITIES[name];
    if (character === undefined) throw new Error(`unknown entity ${name}`);
    return character;
  });

/** Parses what the renderer writes; anything that is not well-formed is an error. */
export function parseSvg(document: string): SvgNode {
  const root: SvgNode = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < document.length) {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(document);
    if (match === null) throw new Error(`no markup at ${at}: ${document.slice(at, at + 60)}`);
    const [, closed, name, attributes = '', empty, text] = match;
    const parent = open.at(-1)!;
    if (closed !== undefined) {
      if (open.pop()!.name !== closed) throw new Error(`${closed} is closed where ${parent.name} is open`);
      if (closed === 'tspan') open.at(-1)!.text += parent.text;
    } else if (name !== undefined) {
      const pairs = [...attributes.matchAll(/ ([\w:-]+)="([^"]*)"/g)].map(([, key, value]) => [key!, unescape(value!)]);
      const node: SvgNode = {
        name,
        attributes: Object.fromEntries(pairs) as Record<string, string>,
        children: [],
        text: '',
      };
      parent.children.push(node);
      if (empty === '') open.push(node);
    } else parent.text += unescape(text!);
  }
  if (open.length !== 1 || root.children.length !== 1) throw new Error('the document is not one element');
  return root.children[0]!;
}

/** All elements below a node, in document order. */
export function* descendants(node: SvgNode): Generator<SvgNode> {
  for (const child of node.children) {
    yield child;
    yield* descendants(child);
  }
}

/** All elements whose class attribute is this. */
export function ofClass(node: SvgNode, name: string): SvgNode[] {
  return [...descendants(node)].filter(({ attributes }) => attributes['class'] === name);
}

/** Numbers in an attribute. */
export function numbersIn(text: string | undefined): number[] {
  return [...(text ?? '').matchAll(/-?\d+(?:\.\d+)?/g)].map(([number]) => Number(number));
}

/** Ticks of an axis with a label: text and pixels along the axis. */
export function labelledTicks(node: SvgNode, axis: 'x' | 'y'): { readonly label: string; readonly at: number }[] {
  return ofClass(node, `tick-labels ${axis}`).flatMap(({ children }) =>
    children.map(({ text, attributes }) => ({
      label: text,
      // Labels of the vertical axis stand a little below their tick, by 0.36 of their size.
      at: axis === 'x' ? Number(attributes['x']) : Number(attributes['y']) - 0.36 * 12,
    })),
  );
}

/** From a shown value to pixels, by the first and the last labelled tick of a linear axis. */
export function axisMap(node: SvgNode, axis: 'x' | 'y'): (shown: number) => number {
  const ticks = labelledTicks(node, axis).map(({ label, at }) => ({ value: Number(label.replace('−', '-')), at }));
  const [first, last] = [ticks[0]!, ticks.at(-1)!];
  return (shown) => first.at + ((shown - first.value) / (last.value - first.value)) * (last.at - first.at);
}
