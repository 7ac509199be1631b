/* What a page does: draws its charts, shows where a number comes from, filters the index.
   Plain script, so that it also runs from a folder opened without a server. */
(function () {
  "use strict";

  var PRINT_WIDTH = 770; // pixels between the margins of A4, at the size that figures have in print
  var NARROW_BELOW = 560; // pixels; the charts are laid out for both sides of it
  var page = document.getElementById("briefing-data");
  page = page ? JSON.parse(page.textContent) : null;

  function make(name, options, words) {
    var element = document.createElement(name);
    Object.keys(options || {}).forEach(function (key) { element.setAttribute(key, options[key]); });
    if (words !== undefined) { element.textContent = words; }
    return element;
  }

  /* Charts: each has a layout for pages and one for telephones */
  var charts = [];
  document.querySelectorAll("script.chart-data").forEach(function (script) {
    var place = script.previousElementSibling;
    if (!window.Plotly) {
      place.style.minHeight = "0";
      place.append(make("p", { "class": "no-script" },
        page.labels.chart_needs_script + ": " + place.getAttribute("aria-label")));
      return;
    }
    charts.push({ place: place, json: script.textContent, drawn: "" });
  });
  function draw(chart, width) {
    var form = width ? "print" : chart.place.clientWidth < NARROW_BELOW ? "narrow" : "wide";
    if (form === chart.drawn) { return; }
    // plotly.js writes into what it is given: every drawing starts from the text.
    var figure = JSON.parse(chart.json);
    var layout = Object.assign(figure.layout, form === "narrow" ? figure.narrow : {},
      width ? { width: width, autosize: false } : { autosize: true });
    chart.drawn = form;
    chart.place.style.minHeight = layout.height + "px";
    window.Plotly.react(chart.place, figure.data, layout, figure.config);
  }
  function fit(width) {
    charts.forEach(function (chart) { draw(chart, width); });
  }
  // plotly.js measures its labels once: the font has to be there before.
  if (document.fonts && charts.length) {
    document.fonts.load('13px "Source Sans 3"').then(function () { fit(); }, function () { fit(); });
  } else {
    fit();
  }
  window.addEventListener("resize", function () { fit(); });
  window.addEventListener("beforeprint", function () { fit(PRINT_WIDTH); });
  window.addEventListener("afterprint", function () { fit(); });
  document.querySelectorAll("button.print").forEach(function (button) {
    button.hidden = false;
    button.addEventListener("click", function () { window.print(); });
  });

  /* Cards of the numbers */
  var card = null, opener = null;

  function close(back) {
    if (!card) { return; }
    card.remove();
    opener.setAttribute("aria-expanded", "false");
    if (back) { opener.focus(); }
    card = opener = null;
  }

  function written(value, fact) {
    if (value === undefined || value === null) { return null; }
    if (typeof value !== "number") { return String(value); }
    var unit = fact.unit ? page.labels.units[fact.unit] || String(fact.unit).replace(/_/g, " ") : "";
    // A year or a rank has no thousands to separate.
    var grouped = Math.abs(value) >= 10000 || fact.unit !== "year";
    return (value.toLocaleString(page.language, { maximumSignificantDigits: 12, useGrouping: grouped })
      + " " + unit).trim();
  }

  function lines(fact, id, opened) {
    var labels = page.labels;
    var sources = (fact.sources || []).map(function (source) {
      return page.shown.sources[source.id] + (source.where ? " (" + source.where + ")" : "");
    });
    var flags = (fact.flags || []).map(function (flag) { return labels.flags[flag] || flag.replace(/_/g, " "); });
    return [
      [labels.fact_definition, fact.definition],
      [labels.fact_printed, (fact.printed || {})[page.language] || opened.textContent],
      [labels.fact_value, written(fact.value, fact) || labels.fact_no_value],
      [labels.fact_range, written(fact.low, fact) && written(fact.high, fact)
        ? written(fact.low, fact) + " – " + written(fact.high, fact) : null],
      [labels.fact_indication, written(fact.indication, fact)],
      [labels.source, sources],
      [labels.fact_edition, labels.editions[fact.edition] || fact.edition],
      [labels.fact_kind, labels.kinds[fact.kind] || fact.kind],
      [labels.fact_coverage, typeof fact.coverage === "number"
        ? fact.coverage.toLocaleString(page.language, { style: "percent" }) : null],
      [labels.fact_flags, flags],
      [labels.fact_trace, make("code", { dir: "ltr" }, "roundtable trace " + page.slug + " " + id)]
    ];
  }

  function fill(id, opened) {
    var fact = page.shown.facts[id];
    if (!fact) { card.appendChild(make("p", {}, page.labels.fact_none)); return; }
    var list = make("dl");
    lines(fact, id, opened).forEach(function (line) {
      var values = [].concat(line[1]).filter(Boolean);
      if (!values.length) { return; }
      list.appendChild(make("dt", {}, line[0]));
      values.forEach(function (value) {
        var entry = make("dd");
        entry.append(value);
        list.appendChild(entry);
      });
    });
    card.appendChild(list);
  }

  function place() {
    var number = opener.getBoundingClientRect();
    var left = Math.min(number.left, document.documentElement.clientWidth - card.offsetWidth - 16);
    var below = window.innerHeight - number.bottom > card.offsetHeight + 16 || number.top < card.offsetHeight + 16;
    var top = below ? number.bottom + 8 : number.top - card.offsetHeight - 8;
    card.style.left = Math.max(16, left) + window.scrollX + "px";
    card.style.top = top + window.scrollY + "px";
  }

  function open(number) {
    var again = opener === number;
    close(false);
    if (again) { return; }
    opener = number;
    card = make("div", { "class": "card", role: "dialog", "aria-label": page.labels.fact_title, tabindex: "-1" });
    var button = make("button", { type: "button", "class": "close", "aria-label": page.labels.close }, "×");
    button.addEventListener("click", function () { close(true); });
    card.append(make("h2", {}, page.labels.fact_title), button);
    fill(number.dataset.fact, number);
    document.body.appendChild(card);
    number.setAttribute("aria-expanded", "true");
    place();
    card.focus({ preventScroll: true });
  }

  if (page) {
    document.querySelectorAll(".fact[data-fact]").forEach(function (number) {
      number.setAttribute("role", "button");
      number.setAttribute("tabindex", "0");
      number.setAttribute("aria-haspopup", "dialog");
      number.setAttribute("aria-expanded", "false");
      number.title = page.labels.fact_hint;
      number.addEventListener("click", function () { open(number); });
      number.addEventListener("keydown", function (event) {
        if (event.key === "Enter" || event.key === " ") { event.preventDefault(); open(number); }
      });
    });
    document.addEventListener("keydown", function (event) { if (event.key === "Escape") { close(true); } });
    document.addEventListener("click", function (event) {
      if (card && !card.contains(event.target) && !event.target.closest(".fact")) { close(false); }
    });
  }

  /* Contents: mark the section that is being read */
  var entries = document.querySelectorAll(".contents a");
  if (entries.length && window.IntersectionObserver) {
    var seen = new IntersectionObserver(function (changes) {
      changes.forEach(function (change) {
        if (!change.isIntersecting) { return; }
        entries.forEach(function (entry) {
          if (entry.hash === "#" + change.target.id) { entry.setAttribute("aria-current", "true"); }
          else { entry.removeAttribute("aria-current"); }
        });
      });
    }, { rootMargin: "0px 0px -75% 0px" });
    entries.forEach(function (entry) {
      var heading = document.getElementById(decodeURIComponent(entry.hash.slice(1)));
      if (heading) { seen.observe(heading); }
    });
  }

  /* Index */
  var search = document.querySelector(".search input");
  if (search) {
    var answer = document.querySelector(".search output");
    var plain = function (text) {
      return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
    };
    var filter = function () {
      var wanted = plain(search.value).split(/\s+/).filter(Boolean), shown = 0;
      document.querySelectorAll(".cards > li").forEach(function (item) {
        var text = plain(item.textContent + " " + (item.dataset.words || ""));
        item.hidden = !wanted.every(function (word) { return text.indexOf(word) >= 0; });
        shown += item.hidden ? 0 : 1;
      });
      document.querySelectorAll(".theme").forEach(function (theme) {
        theme.hidden = !theme.querySelector(".cards > li:not([hidden])");
      });
      answer.textContent = !wanted.length ? "" : shown ? answer.dataset.count + " " + shown : answer.dataset.none;
    };
    document.querySelector(".search").hidden = false;
    search.addEventListener("input", filter);
    filter();
  }
})();
