/** The first of so many numbers from 0 on that something is true of; `count` for none. Once true, it stays true. */
export function firstWhere(count: number, isTrue: (number: number) => boolean): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >>> 1
    if (isTrue(middle)) high = middle
    else low = middle + 1
  }
  return low
}
