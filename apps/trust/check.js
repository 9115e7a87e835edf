// Says whether this device trusts the server, asks again when the person comes back from the settings, and goes on
// by itself where somebody was on the way. The page is whole without it.
(() => {
  const box = document.getElementById('check');
  const verdict = document.getElementById('verdict');
  const open = document.getElementById('open');
  if (!box || !verdict || !open) return;
  const { origin, to, trusted, notYet } = box.dataset;
  verdict.textContent = verdict.querySelector('.asking')?.textContent ?? '';
  // What stands after # never left this device; it goes on with the person.
  open.href += window.location.hash;

  const say = (words, isTrusted) => {
    if (verdict.textContent !== words) verdict.textContent = words;
    box.classList.toggle('trusted', isTrusted);
  };
  const ask = async () => {
    try {
      await fetch(`${origin}/api/health`, { mode: 'no-cors', cache: 'no-store' });
    } catch {
      say(notYet, false);
      return false;
    }
    say(trusted, true);
    box.append(open);
    if (to) window.location.replace(origin + to + window.location.hash);
    return true;
  };
  const again = async () => {
    if (document.visibilityState === 'visible' && (await ask())) return;
    setTimeout(again, 3000);
  };
  again();
})();
