/** Places whose marks would overlap, and where their common mark stands. */
export interface Cluster {
  places: number[];
  x: number;
  y: number;
}

/**
 * Gathers places that lie within `together` of one with more rows; the most rows first, so that the same places always gather alike.
 */
export function gathered(points: { x: number; y: number }[], rows: ArrayLike<number>, together: number): Cluster[] {
  const order = points.map((_, index) => index).filter((index) => rows[index]! > 0);
  order.sort((one, other) => rows[other]! - rows[one]! || one - other);
  const clusters: number[][] = [];
  const cells = new Map<string, number[]>();
  const cellOf = (index: number) =>
    [Math.floor(points[index]!.x / together), Math.floor(points[index]!.y / together)] as const;
  for (const index of order) {
    const [column, row] = cellOf(index);
    let nearest = -1;
    let least = together;
    for (let across = column - 1; across <= column + 1; across++) {
      for (let down = row - 1; down <= row + 1; down++) {
        for (const cluster of cells.get(`${across} ${down}`) ?? []) {
          const seed = points[clusters[cluster]![0]!]!;
          const distance = Math.hypot(seed.x - points[index]!.x, seed.y - points[index]!.y);
          if (distance <= least) [nearest, least] = [cluster, distance];
        }
      }
    }
    if (nearest >= 0) {
      clusters[nearest]!.push(index);
      continue;
    }
    const key = `${column} ${row}`;
    cells.set(key, [...(cells.get(key) ?? []), clusters.length]);
    clusters.push([index]);
  }
  return clusters.map((places) => middle(places, points, rows));
}

/** The middle of the places, weighed by their rows. */
function middle(places: number[], points: { x: number; y: number }[], rows: ArrayLike<number>): Cluster {
  let [x, y, weight] = [0, 0, 0];
  for (const index of places) {
    const share = rows[index]!;
    x += points[index]!.x * share;
    y += points[index]!.y * share;
    weight += share;
  }
  return { places, x: x / weight, y: y / weight };
}

/** The radius of a mark, in units of the drawing as it is seen. */
export const radiusOf = (rows: number) => (rows < 2 ? 3 : Math.min(26, 7 + 1.1 * Math.sqrt(rows)));

/** The count as a mark has it. */
export const shortCount = (rows: number) =>
  rows < 10_000 ? rows.toLocaleString("en-GB") : `${Math.round(rows / 1000)}k`;
