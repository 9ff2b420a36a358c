package org.liaison.console;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.liaison.console.port.Traffic.Figures;
import org.liaison.console.port.Traffic.Series;

/// Lines over time, drawn by the server from numbers only. Each line has a shape of its own beside its
/// colour, and the table below says the same.
final class Chart {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 180;
    private static final int BASE = 150;
    private static final int TOP = 12;
    private static final int START = 56;

    private Chart() {}

    /// Accepted, handed over, refused.
    static String counts(Series series) {
        List<ToDoubleFunction<Figures>> lines =
                List.of(step -> (double) step.accepted(), step -> (double) step.handedOver(), step ->
                        (double) (step.refused() + step.failed()));
        return draw(series, lines, List.of("accepted", "handed", "refused"), Chart::count);
    }

    /// The median and the 99th of a hundred, on a scale of powers of ten.
    static String times(Series series) {
        List<ToDoubleFunction<Figures>> lines = List.of(
                step -> log(step.latency().median()), step -> log(step.latency().p99()));
        return draw(series, lines, List.of("median", "p99"), Chart::time);
    }

    private static double log(Optional<Duration> time) {
        return time.map(took -> Math.log10(Math.max(1.0, (double) took.toMillis())))
                .orElse(0.0);
    }

    private static String count(double value) {
        return String.valueOf(Math.round(value));
    }

    private static String time(double log) {
        return Length.of(Duration.ofMillis(Math.round(Math.pow(10, log))));
    }

    /// Empty where there is nothing to draw.
    private static String draw(
            Series series, List<ToDoubleFunction<Figures>> lines, List<String> looks, Function<Double, String> scale) {
        double most = 0;
        for (ToDoubleFunction<Figures> line : lines)
            for (Figures step : series.steps()) most = Math.max(most, line.applyAsDouble(step));
        if (most == 0) return "";
        StringBuilder svg = new StringBuilder("<svg class=\"chart\" viewBox=\"0 0 " + WIDTH + " " + HEIGHT
                + "\" role=\"img\" focusable=\"false\" aria-hidden=\"true\">");
        svg.append(text(START - 6, TOP + 4, scale.apply(most))).append(text(START - 6, BASE, scale.apply(0.0)));
        svg.append(
                String.format(Locale.ROOT, "<path class=\"axis\" d=\"M%d %d V%d H%d\"/>", START, TOP, BASE, WIDTH - 8));
        for (int i = 0; i < lines.size(); i++) svg.append(line(series, lines.get(i), looks.get(i), most));
        return svg.append("</svg>").toString();
    }

    private static String line(Series series, ToDoubleFunction<Figures> value, String look, double most) {
        StringBuilder points = new StringBuilder();
        int steps = series.steps().size();
        for (int i = 0; i < steps; i++) {
            double x = START + (double) i * (WIDTH - START - 8) / Math.max(1, steps - 1);
            double y = BASE - value.applyAsDouble(series.steps().get(i)) / most * (BASE - TOP);
            points.append(String.format(Locale.ROOT, "%s%.1f,%.1f", i == 0 ? "" : " ", x, y));
        }
        return "<polyline class=\"line " + look + "\" points=\"" + points + "\"/>";
    }

    private static String text(int x, int y, String said) {
        return "<text class=\"scale\" x=\"" + x + "\" y=\"" + y + "\">" + said + "</text>";
    }
}
