import { useMemo } from 'preact/hooks';

/** A symbol from lucide-static, drawn in the colour of the text around it. It says nothing to a screen reader: a text beside it does. */
export function Icon({ svg, size = 16 }: { readonly svg: string; readonly size?: number }) {
  // The sizes in the markup are attributes, which a style sheet overrides; the notice of its licence stands in the About view.
  const inner = useMemo(() => svg.replace(/<!--[\s\S]*?-->/g, ''), [svg]);
  return (
    <span
      class="icon"
      aria-hidden="true"
      style={{ width: `${size}px`, height: `${size}px` }}
      dangerouslySetInnerHTML={{ __html: inner }}
    />
  );
}
