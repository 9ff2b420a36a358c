package org.liaison.console;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.liaison.console.port.Corridor;
import org.liaison.console.port.Traffic;
import org.liaison.console.port.Traffic.Figures;
import org.liaison.console.port.Views;
import org.liaison.signin.Person;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Counts and times over an hour, a day, a month.
@Controller
final class ChartsPage {

    private final Views views;
    private final Guard guard;

    ChartsPage(Views views, Guard guard) {
        this.views = views;
        this.guard = guard;
    }

    /// A step in which something happened, for the table.
    record Row(
            Instant at,
            long accepted,
            String rate,
            long handedOver,
            long refused,
            long failed,
            String median,
            String p99,
            String backlog) {}

    record Refusal(String reason, long count) {}

    @GetMapping("/charts")
    String charts(
            Person person,
            @RequestParam(defaultValue = "HOUR") Traffic.Span span,
            @RequestParam(defaultValue = "") String corridor,
            Model model) {
        guard.reads(person, model);
        TreeSet<String> corridors = new TreeSet<>();
        views.traffic().now().ways().forEach(way -> corridors.add(way.corridor().toString()));
        Optional<Corridor> chosen =
                corridors.contains(corridor) ? Optional.of(Corridor.parse(corridor)) : Optional.empty();
        Traffic.Series series = views.traffic().series(span, chosen, Optional.empty());
        model.addAttribute("span", span.name());
        model.addAttribute("spans", List.of("HOUR", "DAY", "MONTH"));
        model.addAttribute("corridor", chosen.map(Corridor::toString).orElse(""));
        model.addAttribute("corridors", corridors);
        model.addAttribute("from", series.from());
        model.addAttribute("to", series.from().plus(span.length()));
        model.addAttribute("counts", Chart.rates(series));
        model.addAttribute("backlog", Chart.backlog(series));
        model.addAttribute("times", Chart.times(series));
        model.addAttribute("rows", rows(series));
        model.addAttribute(
                "refusals",
                series.total().refusals().entrySet().stream()
                        .map(one -> new Refusal(one.getKey().name(), one.getValue()))
                        .sorted((one, other) -> Long.compare(other.count(), one.count()))
                        .toList());
        return "console/charts";
    }

    private static List<Row> rows(Traffic.Series series) {
        List<Row> rows = new ArrayList<>();
        for (int i = series.steps().size() - 1; i >= 0; i--) {
            Figures step = series.steps().get(i);
            Optional<Long> backlog = series.backlog().get(i);
            if (step.equals(Figures.none()) && backlog.orElse(0L) == 0) continue;
            rows.add(new Row(
                    series.from().plus(series.span().step().multipliedBy(i)),
                    step.accepted(),
                    Chart.rate((double) step.accepted() / series.span().step().toSeconds()),
                    step.handedOver(),
                    step.refused(),
                    step.failed(),
                    Length.of(step.latency().median()),
                    Length.of(step.latency().p99()),
                    backlog.map(String::valueOf).orElse("–")));
        }
        return rows;
    }
}
