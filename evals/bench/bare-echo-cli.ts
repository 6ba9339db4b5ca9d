/** The bare echo bot as a process of its own, for the cold start to stand beside: prints where it listens. */
import { startBareEchoBot } from './bare-echo-bot.ts';

console.log((await startBareEchoBot()).url);
