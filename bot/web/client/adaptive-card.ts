/** Draws an Adaptive Card; this file and its library are loaded when the first card arrives. */
import type { Action } from 'adaptivecards';
import { AdaptiveCard, HostConfig, OpenUrlAction, SubmitAction } from 'adaptivecards';
import { el } from './element.ts';
import { drawMarkdown } from './markdown/draw.ts';
import { safeAddress } from './markdown/inline.ts';
import { fields } from './read-value.ts';

/** Colours are the page's own variables, so that a card follows the theme without being drawn again. */
const textColors = (color: string) => ({
  default: color,
  subtle: 'var(--quiet)',
  highlightColors: { default: 'var(--marked)', subtle: 'var(--marked)' },
});
const foregroundColors = {
  default: textColors('var(--text)'),
  accent: textColors('var(--accent-text)'),
  good: textColors('var(--good)'),
  warning: textColors('var(--warning)'),
  attention: textColors('var(--bad)'),
  light: textColors('var(--quiet)'),
  dark: textColors('var(--text)'),
};
const containerStyle = (backgroundColor: string) => ({ backgroundColor, borderColor: 'var(--line)', foregroundColors });

const hostConfig = new HostConfig({
  fontFamily: 'inherit',
  supportsInteractivity: true,
  fontSizes: { small: 13, default: 15, medium: 16, large: 19, extraLarge: 22 },
  fontWeights: { lighter: 400, default: 400, bolder: 600 },
  lineHeights: { small: 20, default: 25, medium: 26, large: 28, extraLarge: 32 },
  spacing: { small: 2, default: 7, medium: 14, large: 20, extraLarge: 28, padding: 16 },
  separator: { lineThickness: 1, lineColor: 'var(--line)' },
  actions: {
    maxActions: 8,
    spacing: 'medium',
    buttonSpacing: 8,
    actionsOrientation: 'horizontal',
    actionAlignment: 'left',
    showCard: { actionMode: 'inline', inlineTopMargin: 12 },
  },
  containerStyles: {
    default: containerStyle('transparent'),
    emphasis: containerStyle('var(--sunken)'),
    accent: containerStyle('var(--accent-soft)'),
    good: containerStyle('var(--sunken)'),
    warning: containerStyle('var(--sunken)'),
    attention: containerStyle('var(--sunken)'),
  },
  factSet: {
    title: { weight: 'Default', isSubtle: true, wrap: true, maxWidth: 140 },
    value: { weight: 'Default', wrap: true },
    spacing: 14,
  },
  inputs: {
    label: { requiredInputs: { suffix: ' *', suffixColor: 'attention' } },
    errorMessage: { color: 'attention', size: 'small' },
  },
});

AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = el('div', {}, ...drawMarkdown(text)).innerHTML;
  result.didProcess = true;
};

/**
 * @param submit what was filled in, with the data of the button
 * @returns undefined for a card that cannot be drawn
 */
export function drawAdaptiveCard(
  payload: unknown,
  submit: (title: string, value: Readonly<Record<string, unknown>>) => void,
): HTMLElement | undefined {
  const card = new AdaptiveCard();
  card.hostConfig = hostConfig;
  card.parse(payload);
  card.onExecuteAction = (action: Action): void => {
    if (action instanceof SubmitAction) submit(action.title ?? '', fields(action.data) ?? {});
    else if (action instanceof OpenUrlAction) {
      const address = safeAddress(action.url ?? '');
      if (address !== null) window.open(address, '_blank', 'noopener,noreferrer');
    }
  };
  card.onAnchorClicked = (_element, anchor) => safeAddress(anchor.href) === null;
  return card.render();
}
