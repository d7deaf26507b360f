import { releasePattern } from '#lib/signals/release/pattern.ts';
import { type PatternNews, readOrder } from './pattern-messages.ts';

const scope = self as unknown as {
  onmessage: ((event: MessageEvent<string>) => void) | null;
  postMessage(news: PatternNews): void;
};

scope.onmessage = ({ data }) => {
  const { pool, rules } = readOrder(data);
  const steps = releasePattern(pool, rules);
  let step = steps.next();
  while (!step.done) {
    scope.postMessage({ kind: 'progress', share: step.value });
    step = steps.next();
  }
  scope.postMessage({ kind: 'done', release: step.value });
};
