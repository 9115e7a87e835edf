// Reads the residents' page aloud where the browser can speak; the page is whole without it.
(() => {
  const button = document.getElementById('read');
  const content = document.getElementById('content');
  const speech = window.speechSynthesis;
  if (!button || !content || !speech) return;
  const read = button.textContent;
  const reset = () => {
    button.textContent = read;
  };
  button.hidden = false;
  button.addEventListener('click', () => {
    if (speech.speaking) {
      speech.cancel();
      reset();
      return;
    }
    const words = new SpeechSynthesisUtterance(
      [...content.querySelectorAll('h2, p, li')].map((part) => part.textContent).join('。'),
    );
    words.lang = document.documentElement.lang;
    words.rate = 0.9;
    words.onend = reset;
    words.onerror = reset;
    button.textContent = button.dataset.stop;
    speech.speak(words);
  });
})();
