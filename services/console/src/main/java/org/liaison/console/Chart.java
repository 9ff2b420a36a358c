package org.liaison.console;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
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

    /// Messages a second: accepted, handed over, refused.
    static String rates(Series series) {
        double seconds = series.span().step().toSeconds();
        List<Function<Figures, OptionalDouble>> lines = List.of(
                step -> OptionalDouble.of(step.accepted() / seconds),
                step -> OptionalDouble.of(step.handedOver() / seconds),
                step -> OptionalDouble.of((step.refused() + step.failed()) / seconds));
        return draw(of(series, lines), List.of("accepted", "handed", "refused"), Chart::rate);
    }

    /// The median and the 99th of a hundred, on a scale of powers of ten; where nothing came there is no line.
    static String times(Series series) {
        List<Function<Figures, OptionalDouble>> lines = List.of(
                step -> log(step.latency().median()), step -> log(step.latency().p99()));
        return draw(of(series, lines), List.of("median", "p99"), Chart::time);
    }

    /// What waited; where nobody looked there is no line.
    static String backlog(Series series) {
        List<OptionalDouble> waited = series.backlog().stream()
                .map(step -> step.map(many -> OptionalDouble.of(many)).orElse(OptionalDouble.empty()))
                .toList();
        return draw(List.of(waited), List.of("backlog"), Chart::count);
    }

    private static List<List<OptionalDouble>> of(Series series, List<Function<Figures, OptionalDouble>> lines) {
        return lines.stream()
                .map(line -> series.steps().stream().map(line).toList())
                .toList();
    }

    /// Two figures that count: `0.012`, `3.4`, `120`.
    static String rate(double perSecond) {
        if (perSecond == 0) return "0";
        return new BigDecimal(perSecond)
                .round(new MathContext(2))
                .stripTrailingZeros()
                .toPlainString();
    }

    private static OptionalDouble log(Optional<Duration> time) {
        return time.map(took -> OptionalDouble.of(Math.log10(Math.max(1.0, (double) took.toMillis()))))
                .orElse(OptionalDouble.empty());
    }

    private static String count(double value) {
        return String.valueOf(Math.round(value));
    }

    private static String time(double log) {
        return Length.of(Duration.ofMillis(Math.round(Math.pow(10, log))));
    }

    /// Empty where there is nothing to draw.
    private static String draw(List<List<OptionalDouble>> lines, List<String> looks, Function<Double, String> scale) {
        double most = lines.stream()
                .flatMap(List::stream)
                .mapToDouble(value -> value.orElse(0))
                .max()
                .orElse(0);
        if (most == 0) return "";
        StringBuilder svg = new StringBuilder("<svg class=\"chart\" viewBox=\"0 0 " + WIDTH + " " + HEIGHT
                + "\" role=\"img\" focusable=\"false\" aria-hidden=\"true\">");
        svg.append(text(START - 6, TOP + 4, scale.apply(most))).append(text(START - 6, BASE, scale.apply(0.0)));
        svg.append(
                String.format(Locale.ROOT, "<path class=\"axis\" d=\"M%d %d V%d H%d\"/>", START, TOP, BASE, WIDTH - 8));
        for (int i = 0; i < lines.size(); i++) svg.append(line(lines.get(i), looks.get(i), most));
        return svg.append("</svg>").toString();
    }

    /// In as many pieces as there are gaps in what is known; a step that stands alone is a dot.
    private static String line(List<OptionalDouble> values, String look, double most) {
        StringBuilder pieces = new StringBuilder();
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i).isEmpty()) {
                pieces.append(piece(points, look));
                points.setLength(0);
                continue;
            }
            double x = START + (double) i * (WIDTH - START - 8) / Math.max(1, values.size() - 1);
            double y = BASE - values.get(i).getAsDouble() / most * (BASE - TOP);
            points.append(String.format(Locale.ROOT, "%s%.1f,%.1f", points.isEmpty() ? "M" : " L", x, y));
        }
        return pieces.append(piece(points, look)).toString();
    }

    private static String piece(CharSequence points, String look) {
        return points.isEmpty() ? "" : "<path class=\"line " + look + "\" d=\"" + points + " h0\"/>";
    }

    private static String text(int x, int y, String said) {
        return "<text class=\"scale\" x=\"" + x + "\" y=\"" + y + "\">" + said + "</text>";
    }
}
