/** A number with thousands separated, and what it counts, in the plural where it is not one: `1,234 points`. */
export function counted(count: number, noun?: string): string {
  const number = String(count).replace(/\B(?=(\d{3})+$)/g, ',');
  if (noun === undefined) return number;
  return `${number} ${noun}${count === 1 ? '' : 's'}`;
}
