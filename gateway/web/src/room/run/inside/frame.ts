// The sandbox's own document: an opaque origin and a policy of its own. It starts the worker and is silent after that.
import type { Prepare } from '../words';

const here = (document.currentScript as HTMLScriptElement).src;

addEventListener('message', ({ data, source, ports }: MessageEvent<Prepare>) => {
  if (source !== parent) return;
  // A worker must come from its own origin, and the only address that an opaque one has is a blob.
  const script = new Blob([`importScripts(${JSON.stringify(new URL('worker.js', here).href)})`], { type: 'text/javascript' });
  const worker = new Worker(URL.createObjectURL(script));
  worker.onerror = (event) => {
    event.preventDefault();
    parent.postMessage('broken', '*');
  };
  worker.postMessage(data, [...ports, ...Object.values(data.python ?? {})]);
}, { once: true });
