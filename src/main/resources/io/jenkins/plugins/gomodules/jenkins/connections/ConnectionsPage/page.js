/* Sends what is typed, shows what comes back (escaped by the server), and can stop waiting. */
Behaviour.specify("#go-modules-connections", "go-modules-connections", 0, (form) => {
  const working = document.getElementById("go-modules-working");
  const result = document.getElementById("go-modules-result");
  const cancel = document.getElementById("go-modules-cancel");
  const buttons = Array.from(form.querySelectorAll("button[data-action]"));
  let running = null;

  function say(text) {
    const notice = document.createElement("div");
    notice.className = "jenkins-alert jenkins-alert-warning";
    notice.textContent = text;
    result.replaceChildren(notice);
  }

  function post(method, body, signal) {
    return fetch(method, {
      method: "POST",
      headers: crumb.wrap({ "Content-Type": "application/x-www-form-urlencoded" }),
      body: body,
      signal: signal,
    });
  }

  function start(action) {
    if (running !== null) {
      return;
    }
    const abort = new AbortController();
    const body = new URLSearchParams(new FormData(form));
    running = { id: String(Date.now()) + Math.random().toString(36).slice(2), abort: abort };
    body.set("id", running.id);
    buttons.forEach((button) => (button.disabled = true));
    working.classList.remove("jenkins-hidden");
    result.replaceChildren();
    cancel.focus();
    post(action, body, abort.signal)
      .then((response) => {
        if (!response.ok) {
          throw new Error(String(response.status));
        }
        return response.text();
      })
      .then((html) => (result.innerHTML = html))
      .catch(() => say(abort.signal.aborted ? form.dataset.cancelled : form.dataset.failed))
      .finally(() => {
        running = null;
        working.classList.add("jenkins-hidden");
        buttons.forEach((button) => (button.disabled = false));
        result.focus();
        result.scrollIntoView({ block: "nearest" });
      });
  }

  buttons.forEach((button) =>
    button.addEventListener("click", (event) => {
      event.preventDefault();
      start(button.dataset.action);
    }),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    start("testProxies");
  });
  cancel.addEventListener("click", () => {
    if (running !== null) {
      post("cancel", new URLSearchParams({ id: running.id }));
      running.abort.abort();
    }
  });

  /* The configuration's form hands over what is typed there, once. */
  const given = new URLSearchParams(window.localStorage.getItem("go-module-connections") ?? "");
  window.localStorage.removeItem("go-module-connections");
  const mirrors = new Map(form.dataset.mirrors.split(" ").map((mirror) => mirror.split("=")));
  ["goproxy", "host", "protocol", "path", "credentialsId"].forEach((name) => {
    if (given.has(name)) {
      const text = given.get(name);
      form.elements.namedItem(name).value = name === "goproxy" ? text.replace(/[^,|]+/g, (entry) => mirrors.get(entry) ?? entry) : text;
    }
  });
  if (given.has("host")) {
    form.elements.namedItem("host").focus();
  }
  const credential = form.elements.namedItem("credentialsId");
  const shown = document.getElementById("go-modules-credential");
  shown.classList.toggle("jenkins-hidden", credential.value === "");
  form.elements.namedItem("goproxy").addEventListener("input", () => {
    credential.value = "";
    shown.classList.add("jenkins-hidden");
  });
});
