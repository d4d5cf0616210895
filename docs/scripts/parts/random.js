// The numbers that Python's random.Random(seed).random() draws, so that seed 15 is seed 15 here,
// too: the Mersenne Twister of Matsumoto and Nishimura (1998), seeded as Python seeds it.

const SIZE = 624;

export function draw(seed, count) {
  const state = mix(seed >= 2 ** 32 ? [seed % 2 ** 32, Math.floor(seed / 2 ** 32)] : [seed]);
  let next = SIZE;
  const word = () => {
    if (next === SIZE) {
      turn(state);
      next = 0;
    }
    let y = state[next++];
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    return (y ^ (y >>> 18)) >>> 0;
  };
  return Array.from({ length: count }, () => {
    const high = word() >>> 5;
    return (high * 2 ** 26 + (word() >>> 6)) / 2 ** 53;
  });
}

function mix(key) {
  const state = new Uint32Array(SIZE);
  const before = (place) => state[place - 1] ^ (state[place - 1] >>> 30);
  state[0] = 19650218;
  for (let i = 1; i < SIZE; i++) state[i] = Math.imul(1812433253, before(i)) + i;
  let place = 1;
  const advance = () => {
    if (++place === SIZE) {
      state[0] = state[SIZE - 1];
      place = 1;
    }
  };
  for (let i = 0; i < SIZE; i++) {
    const from = i % key.length;
    state[place] = (state[place] ^ Math.imul(before(place), 1664525)) + key[from] + from;
    advance();
  }
  for (let i = 1; i < SIZE; i++) {
    state[place] = (state[place] ^ Math.imul(before(place), 1566083941)) - place;
    advance();
  }
  state[0] = 0x80000000;
  return state;
}

function turn(state) {
  for (let i = 0; i < SIZE; i++) {
    const y = (state[i] & 0x80000000) | (state[(i + 1) % SIZE] & 0x7fffffff);
    state[i] = state[(i + 397) % SIZE] ^ (y >>> 1) ^ (y & 1 ? 0x9908b0df : 0);
  }
}
