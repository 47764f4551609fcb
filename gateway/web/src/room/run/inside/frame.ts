// The sandbox's own document: an opaque origin and a policy of its own. It starts the worker, and answers that it lives.
import type { FrameAsked, FrameTold, Prepare } from '../words';

const here = (document.currentScript as HTMLScriptElement).src;

addEventListener('message', ({ data, source, ports: [toWorker, toPage] }: MessageEvent<Prepare>) => {
  if (source !== parent) return;
  const tell = (told: FrameTold) => toPage!.postMessage(told);
  toPage!.onmessage = ({ data }: MessageEvent<FrameAsked>) => data === 'alive?' && tell('alive');
  // A worker must come from its own origin, and the only address that an opaque one has is a blob.
  const script = new Blob([`importScripts(${JSON.stringify(new URL('worker.js', here).href)})`], { type: 'text/javascript' });
  const worker = new Worker(URL.createObjectURL(script));
  worker.onerror = (event) => {
    event.preventDefault();
    tell('broken');
  };
  worker.postMessage(data, [toWorker!, ...Object.values(data.python ?? {})]);
}, { once: true });
