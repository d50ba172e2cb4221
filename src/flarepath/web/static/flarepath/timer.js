// A timer that counts down, or a stopwatch that counts up; one button starts and stops it.

export function clock(place, { down, done = () => {} }) {
  const shown = place.querySelector("output");
  const button = place.querySelector("button");
  const words = button.textContent;
  let started = null;
  let ticking = null;

  const stop = () => {
    clearInterval(ticking);
    ticking = null;
    button.textContent = words;
  };
  const tick = () => {
    const passed = (Date.now() - started) / 1000;
    shown.textContent = down ? Math.max(0, Math.ceil(down - passed)) : passed.toFixed(1);
    if (down && passed >= down) {
      stop();
      done();
    }
  };
  button.addEventListener("click", () => {
    if (ticking) return stop();
    started = Date.now();
    button.textContent = place.dataset.stop;
    ticking = setInterval(tick, 100);
  });
}

export function bell() {
  navigator.vibrate?.([200, 100, 200]);
}
