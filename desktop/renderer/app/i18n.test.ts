import { afterEach, describe, expect, it } from 'vitest';
import { catalogues, formatCount, locale, plural } from './i18n.js';

const modules = import.meta.glob<Record<string, unknown>>('../**/messages.ts', { eager: true });

function isPair(value: unknown): value is { en: object; de: object } {
  return typeof value === 'object' && value !== null && 'en' in value && 'de' in value;
}

function keysOf(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [`${path}: ${typeof value}`];
  return Object.entries(value).flatMap(([key, entry]) => keysOf(entry, `${path}.${key}`));
}

afterEach(() => {
  locale.value = 'en';
});

describe('catalogues', () => {
  const pairs = Object.entries(modules).flatMap(([file, module]) =>
    Object.values(module)
      .filter(isPair)
      .map((pair) => ({ file, pair })),
  );

  it('are found', () => {
    expect(pairs.length).toBeGreaterThan(9);
  });

  it.each(pairs)('have the same texts in both languages: $file', ({ pair }) => {
    expect(keysOf(pair.de)).toEqual(keysOf(pair.en));
  });

  it('speak the language of the moment, and pseudo', () => {
    const texts = catalogues({
      en: { hello: 'hello', n: (n: number) => `${n} runs` },
      de: { hello: 'hallo', n: (n) => `${n} Läufe` },
    });
    expect(texts().hello).toBe('hello');
    locale.value = 'de';
    expect(texts().n(2)).toBe('2 Läufe');
    locale.value = 'pseudo';
    expect(texts().hello).toBe('[hélló~~]');
    expect(texts().n(2)).toBe('[2 rúns~~]');
  });
});

describe('numbers and words', () => {
  it('counts in the language', () => {
    const forms = { one: '# board', other: '# boards' };
    expect(plural(1, forms)).toBe('1 board');
    expect(plural(1234, forms)).toBe('1,234 boards');
    locale.value = 'de';
    expect(formatCount(1234.5, 1)).toBe('1.234,5');
  });
});
