
"use strict";
(() => {
  const form = document.getElementById("filter");
  const briefs = [...document.querySelectorAll("[data-brief]")];
  const opened = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (let at = target; at; at = at.parentElement) if (at.localName === "details") at.open = true;
    if (target) target.scrollIntoView();
  };
  addEventListener("hashchange", opened);
  addEventListener("beforeprint", () => {
    for (const details of document.querySelectorAll("details")) details.open = true;
  });
  if (location.hash) opened();
  for (const paste of document.querySelectorAll(".paste")) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = "Copy";
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(paste.textContent);
      button.textContent = "Copied";
    });
    paste.after(button);
  }
  if (!form) return;
  const wanted = (brief) => {
    for (const { name, value } of form.elements) {
      if (!name || !value) continue;
      if (name === "words") {
        const whole = document.getElementById(brief.dataset.brief) ?? brief;
        if (!whole.textContent.toLowerCase().includes(value.toLowerCase())) return false;
      } else if (name === "outlets") {
        if (!brief.dataset.outlets.split(" ").includes(value)) return false;
      } else if (brief.dataset[name] !== value) return false;
    }
    return true;
  };
  const apply = () => {
    let shown = 0;
    for (const brief of briefs) {
      const show = wanted(brief);
      if (show) shown += 1;
      brief.hidden = !show;
      const whole = document.getElementById(brief.dataset.brief);
      if (whole) whole.hidden = !show;
    }
    // what is left of a filter is not folded away
    const more = document.querySelector(".more");
    if (more && shown < briefs.length) more.open = true;
    form.querySelector("output").textContent = `${shown} of ${briefs.length} shown`;
  };
  form.addEventListener("input", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = false;
  apply();
})();
