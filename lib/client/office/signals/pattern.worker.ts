import { releasePattern } from '#lib/signals/release/pattern.ts';
import type { PatternNews, PatternOrder } from './pattern-messages.ts';

const scope = self as unknown as {
  onmessage: ((event: MessageEvent<PatternOrder>) => void) | null;
  postMessage(news: PatternNews): void;
};

scope.onmessage = ({ data }) => {
  const steps = releasePattern(data.pool, data.rules);
  let step = steps.next();
  while (!step.done) {
    scope.postMessage({ kind: 'progress', share: step.value });
    step = steps.next();
  }
  scope.postMessage({ kind: 'done', release: step.value });
};
