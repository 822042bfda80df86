/* Lists that are being edited: what one field alone cannot tell is asked of the server, for the list as a whole. */
(function () {
  const DELAY_MILLIS = 400;

  function field(item, name) {
    return item.querySelector('[name="_.' + name + '"]');
  }

  function items(list) {
    return Array.from(list.querySelectorAll(".repeated-chunk:not(.to-be-removed)"));
  }

  /* A preset needs no URL; what ends the chain needs no login and goes on to nothing. */
  function showWhatCounts(item) {
    const preset = field(item, "preset");
    if (preset === null) {
      return;
    }
    const end = preset.value === "direct" || preset.value === "off";
    item.querySelectorAll(".go-modules-own").forEach((part) => part.classList.toggle("jenkins-hidden", preset.value !== ""));
    item.querySelectorAll(".go-modules-asked").forEach((part) => part.classList.toggle("jenkins-hidden", end));
  }

  function check(list, result) {
    const body = new URLSearchParams();
    list.dataset.fields.split(",").forEach((name) => {
      const values = items(list).map((item) => field(item, name)?.value ?? "");
      body.append(name, values.map((value) => value.replace(/\s+/g, " ")).join("\n"));
    });
    fetch(list.dataset.checkUrl, {
      method: "POST",
      headers: crumb.wrap({ "Content-Type": "application/x-www-form-urlencoded" }),
      body: body,
    })
      .then((response) => (response.ok ? response.text() : ""))
      .then((html) => {
        /* escaped by the server: FormValidation */
        result.innerHTML = html;
      });
  }

  Behaviour.specify(".go-modules-list", "go-modules-list", 0, (list) => {
    if (list.goModulesReady) {
      return;
    }
    list.goModulesReady = true;
    const result = list.parentElement.querySelector(".go-modules-list-result");
    let timer = 0;
    const changed = () => {
      items(list).forEach(showWhatCounts);
      window.clearTimeout(timer);
      timer = window.setTimeout(() => check(list, result), DELAY_MILLIS);
    };
    list.addEventListener("input", changed);
    list.addEventListener("change", changed);
    new MutationObserver((changes) => {
      const moved = (node) => node.nodeType === Node.ELEMENT_NODE && node.classList.contains("repeated-chunk");
      if (changes.some((change) => [...change.addedNodes, ...change.removedNodes].some(moved))) {
        changed();
      }
    }).observe(list, { childList: true, subtree: true });
    changed();
  });
})();
