// The level of one's microphone on a meter (0 to 1), so that one sees that one is heard.

const EVERY = 100; // ms
const GAIN = 5; // an ordinary voice fills most of the meter

/** Starts measuring; answers how to stop. */
export function measure(track, meter) {
  const context = new AudioContext();
  const analyser = context.createAnalyser();
  analyser.fftSize = 1024;
  context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  const timer = setInterval(() => {
    analyser.getFloatTimeDomainData(samples);
    meter.value = Math.min(1, GAIN * loudness(samples));
  }, EVERY);
  return () => {
    clearInterval(timer);
    meter.value = 0;
    context.close();
  };
}

function loudness(samples) {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  return Math.sqrt(sum / samples.length);
}
