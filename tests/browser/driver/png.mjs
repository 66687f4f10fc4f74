// Pixels of screenshots.

import { PNG } from 'pngjs';

/** @typedef {{ width: number, height: number, at: (x: number, y: number) => [number, number, number] }} Picture */

/** @param {Buffer} png @returns {Picture} */
export function picture(png) {
  const { width, height, data } = PNG.sync.read(png);
  return {
    width,
    height,
    at: (x, y) => {
      const i = (y * width + x) * 4;
      return [data[i], data[i + 1], data[i + 2]];
    },
  };
}

/** `#rrggbb`. @param {string} hex @returns {[number, number, number]} */
export function colour(hex) {
  const n = Number.parseInt(hex.slice(1), 16);
  return [n >> 16, (n >> 8) & 255, n & 255];
}

/**
 * How many pixels of a row-by-row region are within `tolerance` (per channel) of a colour.
 * @param {Picture} of
 * @param {[number, number, number]} wanted
 * @param {number} [tolerance]
 */
export function count(of, wanted, tolerance = 24) {
  let found = 0;
  for (let y = 0; y < of.height; y++) {
    for (let x = 0; x < of.width; x++) {
      const [r, g, b] = of.at(x, y);
      if (Math.abs(r - wanted[0]) <= tolerance && Math.abs(g - wanted[1]) <= tolerance && Math.abs(b - wanted[2]) <= tolerance) found++;
    }
  }
  return found;
}

/** How many pixels of two pictures of one size differ. @param {Picture} one @param {Picture} other */
export function differing(one, other) {
  let found = 0;
  for (let y = 0; y < one.height; y++) {
    for (let x = 0; x < one.width; x++) {
      const [a, b] = [one.at(x, y), other.at(x, y)];
      if (a.some((value, i) => value !== b[i])) found++;
    }
  }
  return found;
}
