import { computed, effect, type ReadonlySignal } from '@preact/signals';
import { preference } from './preferences.js';
import { pseudo } from './pseudo.js';

/** Languages; `pseudo` is English made longer and accented, which shows what was forgotten and what overflows. */
export const LOCALES = ['en', 'de', 'pseudo'] as const;
export type Locale = (typeof LOCALES)[number];

function systemLocale(): Locale {
  return typeof navigator !== 'undefined' && navigator.language.toLowerCase().startsWith('de') ? 'de' : 'en';
}

/** The language of the moment. */
export const locale = preference<Locale>('locale', systemLocale(), LOCALES);

/** For `Intl`. */
export const intlLocale: ReadonlySignal<string> = computed(() => (locale.value === 'de' ? 'de-DE' : 'en-GB'));

/** Texts in all languages: English says which there are, and the others must have the same. */
export interface Catalogues<M> {
  readonly en: M;
  readonly de: M;
}

/**
 * The texts of a topic in the language of the moment: `const texts = catalogues({ en, de })`, then in a component `const t = texts(); … {t.title}`.
 * A text with something in it is a function: `found: (n: number) => …`. Reading subscribes the component to changes of the language.
 */
export function catalogues<M extends object>(all: Catalogues<M>): () => M {
  let accented: M | undefined;
  return () => {
    if (locale.value === 'pseudo') return (accented ??= pseudo(all.en));
    return all[locale.value];
  };
}

/** Forms of a counted thing; `#` stands for the number. Languages that need more forms than two name them. */
export interface PluralForms {
  readonly zero?: string;
  readonly one?: string;
  readonly two?: string;
  readonly few?: string;
  readonly many?: string;
  readonly other: string;
}

const rules = new Map<string, Intl.PluralRules>();
const numbers = new Map<string, Intl.NumberFormat>();

/** A counted thing in the language of the moment: `plural(3, { one: '# board', other: '# boards' })`. */
export function plural(n: number, forms: PluralForms): string {
  const of = intlLocale.value;
  let rule = rules.get(of);
  if (rule === undefined) rules.set(of, (rule = new Intl.PluralRules(of)));
  return (forms[rule.select(n)] ?? forms.other).replace('#', formatCount(n));
}

/** A plain number in the language of the moment, with groups: `1,048,576`. */
export function formatCount(n: number, digits = 0): string {
  const key = `${intlLocale.value} ${digits}`;
  let format = numbers.get(key);
  if (format === undefined)
    numbers.set(
      key,
      (format = new Intl.NumberFormat(intlLocale.value, {
        maximumFractionDigits: digits,
        minimumFractionDigits: digits,
      })),
    );
  return format.format(n);
}

/** Several things in a row: `power, current and voltage`. */
export function formatList(items: readonly string[]): string {
  return new Intl.ListFormat(intlLocale.value, { type: 'conjunction' }).format(items);
}

/** A share from 0 to 1 as per cent. */
export function formatPercent(share: number, digits = 1): string {
  const options = { style: 'percent', minimumFractionDigits: digits, maximumFractionDigits: digits } as const;
  return new Intl.NumberFormat(intlLocale.value, options).format(share);
}

/** A moment as date and time. @param iso ISO 8601 */
export function formatDateTime(iso: string): string {
  return new Intl.DateTimeFormat(intlLocale.value, { dateStyle: 'medium', timeStyle: 'medium' }).format(new Date(iso));
}

/** Marks the document with its language. */
export function startLocale(): void {
  effect(() => {
    document.documentElement.lang = locale.value === 'de' ? 'de' : 'en';
  });
}
