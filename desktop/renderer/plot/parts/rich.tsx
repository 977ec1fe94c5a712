import { runsOf } from '../../../../base/axes/index.js';

/** A label with `_{…}` and `^{…}` as text of the page. */
export function Rich({ text }: { readonly text: string }) {
  return (
    <>
      {runsOf(text).map((run) =>
        run.shift === 'sub' ? <sub>{run.text}</sub> : run.shift === 'super' ? <sup>{run.text}</sup> : run.text,
      )}
    </>
  );
}
