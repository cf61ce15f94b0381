// What a reader's browser must find in a page; runs after the page's own script.
"use strict";
(async () => {
  const wrong = [];
  const check = (right, what) => right || wrong.push(what);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const own = (element) => element.cloneNode(false).outerHTML.slice(0, 200);

  const ids = all("[id]").map((element) => element.id);
  check(new Set(ids).size === ids.length, "an id stands twice");
  for (const link of all("a[href]")) {
    const href = link.getAttribute("href");
    const inside = href.startsWith("#") && document.getElementById(href.slice(1));
    check(inside || /^https?:\/\//i.test(href), `a link leads nowhere: ${own(link)}`);
  }
  for (const label of all("[aria-labelledby]"))
    check(document.getElementById(label.getAttribute("aria-labelledby")), `no name: ${own(label)}`);

  check(!document.querySelector("img, iframe, object, embed, base, link"), "words became elements");
  check(document.scripts.length === 2, "words became a script");
  for (const element of all("*"))
    for (const { name } of element.attributes)
      check(!name.startsWith("on") && name !== "style", `a handler or a style: ${own(element)}`);
  check(document.title === "What the sources disagree about", "the title was taken over");
  check(performance.getEntriesByType("resource").length === 0, "something was requested");

  const form = document.getElementById("filter");
  const briefs = all("[data-brief]");
  const whole = (brief) => document.getElementById(brief.dataset.brief);
  const says = {
    outlets: (dispute, words) => all("cite", dispute).some((cite) => cite.textContent === words),
    measure: (dispute, words) => dispute.dataset.measure.replaceAll("_", " ") === words,
    kind: (dispute, words) => dispute.dataset.kind === words,
    severity: (dispute, words) => dispute.querySelector(".badge").textContent === words,
  };
  for (const select of form ? all("select", form) : []) {
    for (const option of [...select.options].slice(1)) {
      select.value = option.value;
      select.dispatchEvent(new Event("input", { bubbles: true }));
      for (const brief of briefs) {
        const wanted = says[select.name](whole(brief), option.textContent);
        check(brief.hidden === !wanted, `${select.name} = ${option.textContent}: ${own(brief)}`);
        check(brief.hidden || !brief.closest("details:not([open])"), `folded away: ${own(brief)}`);
        check(whole(brief).hidden === brief.hidden, `told, but not listed: ${own(brief)}`);
      }
      check(briefs.some((brief) => !brief.hidden), `nothing is left of ${option.textContent}`);
    }
    select.value = "";
  }
  if (form) {
    const words = form.elements.namedItem("words");
    words.value = "no text says this";
    words.dispatchEvent(new Event("input", { bubbles: true }));
    check(briefs.every((brief) => brief.hidden), "words that stand nowhere leave a dispute");
    words.value = "";
    words.dispatchEvent(new Event("input", { bubbles: true }));
    check(briefs.every((brief) => !brief.hidden), "without a filter a dispute is hidden");
  }

  const claim = document.querySelector(".article .here");
  if (claim) {
    location.hash = claim.id;
    await new Promise((then) => setTimeout(then, 50));
    check(claim.closest("details").open, "a link does not open its article");
  }

  for (const details of all("details")) details.open = true;
  for (const hidden of all(".dispute, .event, .article")) hidden.style.contentVisibility = "visible";
  const pixel = 1;
  check(document.documentElement.scrollWidth <= innerWidth + pixel, "the page is wider than its window");
  for (const picture of all("svg.picture")) {
    const box = picture.viewBox.baseVal;
    const texts = all("text", picture).map((text) => ({ text, box: text.getBBox() }));
    for (const { text, box: { x, y, width, height } } of texts)
      check(
        x >= -pixel && y >= -pixel && x + width <= box.width + pixel && y + height <= box.height + pixel,
        `words are cut off: ${text.textContent} in ${picture.querySelector("title").textContent}`,
      );
    texts.forEach(({ text, box: a }, index) => {
      for (const { text: other, box: b } of texts.slice(0, index))
        check(
          a.x >= b.x + b.width || b.x >= a.x + a.width || a.y + 3 >= b.y + b.height || b.y + 3 >= a.y + a.height,
          `words cover each other: ${text.textContent} / ${other.textContent} in ${picture.querySelector("title").textContent}`,
        );
    });
  }

  const verdict = document.createElement("pre");
  verdict.id = "verdict";
  verdict.textContent = wrong.length ? wrong.slice(0, 20).join("\n") : "all is well";
  document.body.append(verdict);
})();
