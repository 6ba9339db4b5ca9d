/** Brings the page to life. */
import { Chat } from './chat.ts';
import { ClausePanel } from './clause-panel.ts';
import { Composer } from './composer.ts';
import { part } from './element.ts';
import { setUpPersonChoice } from './person-choice.ts';
import { SessionKeeper } from './session-keeper.ts';
import { setUpThemeSwitch } from './theme-switch.ts';
import { wording } from './wording.ts';

const keeper = new SessionKeeper();
const panel = new ClausePanel();
const chat = new Chat(keeper, (proof, opener) => panel.open(proof, opener));
chat.start();

const composer = new Composer((text) => chat.say(text));
// On a telephone the keyboard would cover half of what there is to read.
if (matchMedia('(pointer: fine)').matches) requestAnimationFrame(() => composer.focus());
setUpThemeSwitch();

const askAnew = part('ask-anew', HTMLDialogElement);
part('begin-anew', HTMLButtonElement).addEventListener('click', () => {
  askAnew.returnValue = 'no';
  askAnew.showModal();
});
askAnew.addEventListener('close', () => {
  if (askAnew.returnValue !== 'yes') return;
  void saying(chat.anew(), wording.newConversationFailed);
});

void setUpPersonChoice(keeper.person, (person) => saying(chat.become(person), wording.personFailed));

/** Tells the person when something did not work out; resolves to whether it did. */
async function saying(work: Promise<void>, trouble: string): Promise<boolean> {
  try {
    await work;
    composer.focus();
    return true;
  } catch {
    const line = part('connection', HTMLElement);
    line.textContent = trouble;
    line.hidden = false;
    setTimeout(() => {
      if (line.textContent === trouble) line.hidden = true;
    }, 5_000);
    return false;
  }
}
