// Complex numbers are pairs of doubles, one vector each.

// @ts-ignore: decorator
@inline
export function plus(a: v128, b: v128): v128 {
  return f64x2.add(a, b);
}

// @ts-ignore: decorator
@inline
export function minus(a: v128, b: v128): v128 {
  return f64x2.sub(a, b);
}

// @ts-ignore: decorator
@inline
export function scaled(a: v128, by: f64): v128 {
  return f64x2.mul(a, f64x2.splat(by));
}

// i a = (-im, re)
// @ts-ignore: decorator
@inline
export function turned(a: v128): v128 {
  return v128.xor(v128.shuffle<f64>(a, a, 1, 0), i64x2(i64.MIN_VALUE, 0));
}

// @ts-ignore: decorator
@inline
export function conjugate(a: v128): v128 {
  return v128.xor(a, i64x2(0, i64.MIN_VALUE));
}

// a w, as a re(w) + i a im(w)
// @ts-ignore: decorator
@inline
export function times(a: v128, w: v128): v128 {
  const re = v128.shuffle<f64>(w, w, 0, 0);
  const im = v128.xor(v128.shuffle<f64>(w, w, 1, 1), i64x2(i64.MIN_VALUE, 0));
  return f64x2.add(f64x2.mul(a, re), f64x2.mul(v128.shuffle<f64>(a, a, 1, 0), im));
}
