// johnny-five is CommonJS: its named imports type-check and fail at run time, and loading it takes a fifth of a second. One file loads it, when it is
// wanted; its types come from there too.

/** The one file. */
export const loader = 'firmware-host/host/johnny-five/five.ts';

const message =
  'Only firmware-host/host/johnny-five/five.ts loads johnny-five: use loadJohnnyFive, or what a session gives you.';

/** For `no-restricted-imports`. */
export const noJohnnyFive = { paths: [{ name: 'johnny-five', message }] };

/** For `no-restricted-syntax`: what the rule for imports does not see. */
export const noDynamicJohnnyFive = [
  { selector: 'ImportExpression[source.value="johnny-five"]', message },
  { selector: 'CallExpression[callee.name="require"][arguments.0.value="johnny-five"]', message },
  { selector: 'TSImportType[source.value="johnny-five"]', message },
];
