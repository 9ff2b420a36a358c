package org.liaison.console;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.liaison.console.port.Corridor;
import org.liaison.console.port.Latency;
import org.liaison.console.port.Routes;
import org.liaison.console.port.Traffic;
import org.liaison.console.port.Traffic.Figures;
import org.liaison.console.port.Traffic.Way;

/// States around the hub, what goes between them, and beside each State how its gateways' links
/// stand; drawn once by the server. Everything in it comes from codes of States and gateways and
/// from numbers; the tables below it say the same.
final class RouteMap {

    private static final int SIZE = 420;
    private static final int CENTRE = SIZE / 2;
    private static final int RADIUS = 160;
    private static final int NODE = 24;
    private static final int LINE = 20;
    private static final int BELOW = 15;
    private static final int ASIDE = 5;
    /// How far a line bends, so that two directions do not lie on one another.
    private static final double BEND = 0.18;
    private static final int BADGE = 11;
    private static final int BETWEEN = 2 * BADGE + 2;

    private RouteMap() {}

    /// What a corridor's line says: by its shape as well as its colour.
    private enum Look {
        IDLE,
        MOVES,
        WAITS,
        REFUSED
    }

    private record Line(Figures hour, long waiting, Optional<Duration> age) {

        long troubles() {
            return hour.refused() + hour.failed();
        }

        Look look() {
            if (troubles() > 0) return Look.REFUSED;
            if (waiting > 0) return Look.WAITS;
            return hour.accepted() > 0 ? Look.MOVES : Look.IDLE;
        }

        Line plus(Line other) {
            return new Line(
                    hour.plus(other.hour),
                    waiting + other.waiting,
                    Stream.of(age, other.age).flatMap(Optional::stream).max(Duration::compareTo));
        }
    }

    private record Point(double x, double y) {}

    /// In the middle stands what is paused.
    static String draw(Traffic.Picture picture, List<GatewayCard> gateways, List<Routes.Pause> pauses) {
        Map<Corridor, Line> lines = new TreeMap<>();
        for (Way way : picture.ways())
            lines.merge(
                    way.corridor(),
                    new Line(
                            way.lastHour(),
                            way.inFlight(),
                            way.oldest().map(since -> Duration.between(since, picture.at()))),
                    Line::plus);
        Map<String, Point> places = places(lines, gateways);
        if (places.isEmpty()) return "";
        StringBuilder svg = new StringBuilder("<svg class=\"map\" viewBox=\"0 0 " + SIZE + " " + SIZE
                + "\" role=\"img\" aria-labelledby=\"map-title\" focusable=\"false\">");
        lines.forEach((corridor, line) -> svg.append(curve(corridor, line, places)));
        places.forEach((state, at) -> svg.append(node(state, at)).append(badges(state, at, gateways)));
        for (int i = 0; i < pauses.size(); i++) svg.append(held(pauses.get(i), i));
        return svg.append("</svg>").toString();
    }

    private static Map<String, Point> places(Map<Corridor, Line> lines, List<GatewayCard> gateways) {
        TreeSet<String> states = new TreeSet<>();
        for (Corridor corridor : lines.keySet()) {
            states.add(corridor.from().toString());
            states.add(corridor.to().toString());
        }
        Map<String, Point> places = new HashMap<>();
        gateways.forEach(card -> states.addAll(card.gateway().states()));
        List<String> around = new ArrayList<>(states);
        for (int i = 0; i < around.size(); i++) {
            double angle = 2 * Math.PI * i / around.size() - Math.PI / 2;
            places.put(around.get(i), new Point(CENTRE + RADIUS * Math.cos(angle), CENTRE + RADIUS * Math.sin(angle)));
        }
        return new TreeMap<>(places);
    }

    private static String curve(Corridor corridor, Line line, Map<String, Point> places) {
        Point from = places.getOrDefault(corridor.from().toString(), new Point(CENTRE, CENTRE));
        Point to = places.getOrDefault(corridor.to().toString(), new Point(CENTRE, CENTRE));
        if (from.equals(to)) return label(line, "", new Point(from.x(), from.y() - NODE - 8));
        double outX = (to.y() - from.y()) * BEND;
        double outY = (from.x() - to.x()) * BEND;
        double middleX = (from.x() + to.x()) / 2 + outX;
        double middleY = (from.y() + to.y()) / 2 + outY;
        String path = String.format(
                Locale.ROOT,
                "<path class=\"way %s\" d=\"M%.1f %.1f Q%.1f %.1f %.1f %.1f\"/>",
                line.look().name().toLowerCase(Locale.ROOT),
                from.x(),
                from.y(),
                middleX,
                middleY,
                to.x(),
                to.y());
        return path
                + beside(
                        line,
                        new Point((from.x() + 2 * middleX + to.x()) / 4, (from.y() + 2 * middleY + to.y()) / 4),
                        outX,
                        outY);
    }

    /// On the outer side of its curve, so that the way there and the way back do not write over each other.
    private static String beside(Line line, Point at, double outX, double outY) {
        if (Math.abs(outX) >= Math.abs(outY) / 2)
            return label(
                    line,
                    outX < 0 ? " left" : " right",
                    new Point(at.x() + Math.copySign(ASIDE, outX), at.y() - ASIDE));
        return label(line, "", new Point(at.x(), outY < 0 ? at.y() - 2 * BELOW - ASIDE : at.y() + BELOW + ASIDE));
    }

    /// Accepted in the last hour; then, with signs of their own, what waits and for how long, and
    /// what was refused. Below, within which time half of the hand-overs were done, and 99 of 100.
    private static String label(Line line, String side, Point at) {
        String text = String.valueOf(line.hour().accepted())
                + (line.waiting() > 0 ? " \u23f3" + line.waiting() + age(line) : "")
                + (line.troubles() > 0 ? " \u2715" + line.troubles() : "");
        Latency latency = line.hour().latency();
        return text("flow" + side, at.x(), at.y(), text)
                + (latency.size() == 0
                        ? ""
                        : text("flow took" + side, at.x(), at.y() + BELOW, "\u00bd " + Length.of(latency.median()))
                                + text(
                                        "flow took" + side,
                                        at.x(),
                                        at.y() + 2 * BELOW,
                                        "99 % " + Length.of(latency.p99())));
    }

    private static String age(Line line) {
        return line.age().map(age -> " (" + Length.of(age) + ")").orElse("");
    }

    private static String text(String look, double x, double y, String text) {
        return String.format(Locale.ROOT, "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\">%s</text>", look, x, y, text);
    }

    /// Routes are named by this program.
    private static String held(Routes.Pause pause, int line) {
        return "<text class=\"held\" x=\"" + CENTRE + "\" y=\"" + (CENTRE + line * LINE) + "\">\u23f8 " + pause.route()
                + "</text>";
    }

    private static String node(String state, Point at) {
        return String.format(
                Locale.ROOT,
                "<circle class=\"state\" cx=\"%.1f\" cy=\"%.1f\" r=\"%d\"/>"
                        + "<text class=\"code\" x=\"%.1f\" y=\"%.1f\">%s</text>",
                at.x(),
                at.y(),
                NODE,
                at.x(),
                at.y() + 5,
                state);
    }

    /// One for each gateway, on the outer side of its State.
    private static String badges(String state, Point at, List<GatewayCard> gateways) {
        List<GatewayCard> here = gateways.stream()
                .filter(card -> card.gateway().states().contains(state))
                .toList();
        double away = Math.max(1, Math.hypot(at.x() - CENTRE, at.y() - CENTRE));
        double outX = (at.x() - CENTRE) / away;
        double outY = (at.y() - CENTRE) / away;
        StringBuilder svg = new StringBuilder();
        for (int i = 0; i < here.size(); i++) {
            double along = (i - (here.size() - 1) / 2.0) * BETWEEN;
            svg.append(badge(
                    here.get(i),
                    at.x() + outX * (NODE + BADGE) - outY * along,
                    at.y() + outY * (NODE + BADGE) + outX * along));
        }
        return svg.toString();
    }

    /// By its sign as well as its colour.
    private static String badge(GatewayCard card, double x, double y) {
        String sign = switch (card.link()) {
            case UNHEARD -> "?";
            case WELL -> "\u2713";
            case MUTE -> "\u2026";
            case DEAF -> "!";
            case AWAY -> "\u2715";
        };
        return String.format(
                Locale.ROOT,
                "<g class=\"link %s\"><title>%s</title><circle cx=\"%.1f\" cy=\"%.1f\" r=\"%d\"/>"
                        + "<text x=\"%.1f\" y=\"%.1f\">%s</text></g>",
                card.link().name().toLowerCase(Locale.ROOT),
                card.gateway().code(),
                x,
                y,
                BADGE,
                x,
                y + 5,
                sign);
    }
}
