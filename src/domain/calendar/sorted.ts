/** How many elements at the front of a sorted list come before the boundary; `isBefore` must hold for these alone. */
export const countBefore = <Element>(
  sorted: readonly Element[],
  isBefore: (element: Element) => boolean,
): number => {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const element = sorted[middle]
    if (element !== undefined && isBefore(element)) low = middle + 1
    else high = middle
  }
  return low
}
