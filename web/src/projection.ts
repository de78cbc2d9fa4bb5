import type { PlaceRow } from "./model";

const radian = Math.PI / 180;
const earthKm = 6371.0088;

/** The map's transverse Mercator of the sphere, as C# draws it (CONTRACT.md). */
export class Projection {
  constructor(
    readonly longitude0: number,
    readonly latitude0: number,
    readonly scale: number,
    readonly x0: number,
    readonly y0: number,
  ) {}

  /** Degrees to units of the drawing. */
  project(longitude: number, latitude: number): { x: number; y: number } {
    const across = Math.cos(latitude * radian) * Math.sin((longitude - this.longitude0) * radian);
    const along = Math.atan2(Math.tan(latitude * radian), Math.cos((longitude - this.longitude0) * radian));
    return {
      x: this.x0 + this.scale * Math.atanh(across),
      y: this.y0 - this.scale * (along - this.latitude0 * radian),
    };
  }

  /** The x at which a meridian has a y. */
  meridianAt(longitude: number, y: number): number {
    let [low, high] = [-89, 89];
    for (let round = 0; round < 40; round++) {
      const middle = (low + high) / 2;
      // y grows downwards: a larger latitude lies higher.
      if (this.project(longitude, middle).y > y) low = middle;
      else high = middle;
    }
    return this.project(longitude, low).x;
  }

  /** The y at which a parallel has an x. */
  parallelAt(latitude: number, x: number): number {
    let [low, high] = [this.longitude0 - 80, this.longitude0 + 80];
    for (let round = 0; round < 40; round++) {
      const middle = (low + high) / 2;
      if (this.project(middle, latitude).x < x) low = middle;
      else high = middle;
    }
    return this.project(low, latitude).y;
  }

  /** Units to a kilometre at the middle. */
  get unitsPerKm(): number {
    return this.scale / earthKm;
  }

  /** Where a mark stands for a place: in the middle of what an observer saw, else at it. */
  shown(place: PlaceRow): { x: number; y: number } {
    const { longitude, latitude } = place.at;
    const seen = place.observer;
    const arc = seen?.arcs[0];
    if (!seen || seen.maxKm === undefined || !arc) return this.project(longitude, latitude);
    const bearing = arc.from + ((arc.to - arc.from + 360) % 360) / 2;
    const to = destination(longitude, latitude, bearing, (seen.maxKm + seen.minKm) / 2);
    return this.project(to.longitude, to.latitude);
  }
}

/** The point so far from another in a bearing, degrees clockwise from north. */
function destination(longitude: number, latitude: number, bearing: number, km: number) {
  const angle = km / earthKm;
  const course = bearing * radian;
  const from = latitude * radian;
  const sine = Math.sin(from) * Math.cos(angle) + Math.cos(from) * Math.sin(angle) * Math.cos(course);
  const east = Math.sin(course) * Math.sin(angle) * Math.cos(from);
  return {
    longitude: longitude + Math.atan2(east, Math.cos(angle) - Math.sin(from) * sine) / radian,
    latitude: Math.asin(sine) / radian,
  };
}
