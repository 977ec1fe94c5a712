/**
 * One AdamW step (Loshchilov and Hutter 2019) on `count` parameters, gradients already averaged, and the exponential
 * moving average of the parameters. rate folds in the bias correction of the first moment, second that of the second.
 */
export function adamw(count: i32, w: usize, g: usize, m: usize, v: usize, average: usize, rate: f32, second: f32, beta1: f32, beta2: f32, epsilon: f32, decay: f32, scale: f32, keep: f32): void {
  const vb1 = f32x4.splat(beta1), vc1 = f32x4.splat(<f32>1 - beta1);
  const vb2 = f32x4.splat(beta2), vc2 = f32x4.splat(<f32>1 - beta2);
  const vr = f32x4.splat(rate), vq = f32x4.splat(second), ve = f32x4.splat(epsilon);
  const vd = f32x4.splat(<f32>1 - decay), vg = f32x4.splat(scale);
  const vk = f32x4.splat(keep), vn = f32x4.splat(<f32>1 - keep);
  const end = <usize>count << 2;
  for (let p: usize = 0; p < end; p += 16) {
    const grad = f32x4.mul(v128.load(g + p), vg);
    const m1 = f32x4.add(f32x4.mul(vb1, v128.load(m + p)), f32x4.mul(vc1, grad));
    const m2 = f32x4.add(f32x4.mul(vb2, v128.load(v + p)), f32x4.mul(vc2, f32x4.mul(grad, grad)));
    v128.store(m + p, m1);
    v128.store(v + p, m2);
    const step = f32x4.div(f32x4.mul(vr, m1), f32x4.add(f32x4.sqrt(f32x4.mul(vq, m2)), ve));
    const next = f32x4.sub(f32x4.mul(v128.load(w + p), vd), step);
    v128.store(w + p, next);
    v128.store(average + p, f32x4.add(f32x4.mul(vk, v128.load(average + p)), f32x4.mul(vn, next)));
  }
}
