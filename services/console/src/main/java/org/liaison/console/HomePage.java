package org.liaison.console;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.liaison.console.port.Corridor;
import org.liaison.console.port.Traffic;
import org.liaison.console.port.Traffic.Way;
import org.liaison.console.port.Views;
import org.liaison.message.Priority;
import org.liaison.signin.Grant;
import org.liaison.signin.Person;
import org.liaison.signin.Role;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// Is it well? What waits longest in each lane, what each corridor does, what was changed, and what needs
/// somebody.
@Controller
final class HomePage {

    private final Views views;
    private final Alarms alarms;
    private final Lately lately;
    private final Guard guard;

    HomePage(Views views, Alarms alarms, Lately lately, Guard guard) {
        this.views = views;
        this.alarms = alarms;
        this.lately = lately;
        this.guard = guard;
    }

    /// One lane, as the first thing that people look at.
    record LaneCard(String lane, long inFlight, String age, boolean waits) {}

    /// Whoever only invites others has nothing to look at here.
    @GetMapping("/")
    String start(Person person) {
        if (Guard.mayRead(person)) return "redirect:/home";
        return person.may(Role.ADMINISTRATOR, Grant.HUB) ? "redirect:/persons" : "redirect:/account";
    }

    @GetMapping("/home")
    String home(Person person, Locale locale, Model model) {
        guard.reads(person, model);
        Traffic.Picture picture = views.traffic().now();
        model.addAttribute("complete", picture.complete());
        List<Alarms.Told> open = alarms.open(locale, person.zone());
        List<Alarms.Told> lasting = open.stream()
                .filter(told -> alarms.watchman().holds(told.alert()))
                .toList();
        model.addAttribute("alerts", lasting);
        model.addAttribute(
                "needing",
                lasting.stream()
                        .filter(told -> told.alert().acknowledged().isEmpty())
                        .count());
        model.addAttribute(
                "over",
                open.stream()
                        .filter(told -> !alarms.watchman().holds(told.alert()))
                        .toList());
        model.addAttribute("leads", Trail.of(open));
        model.addAttribute("asked", alarms.watchman().looks(guard.now()));
        model.addAttribute("lastAsked", alarms.watchman().lastWhole().orElse(null));
        model.addAttribute("lanes", lanes(picture));
        model.addAttribute("ways", rows(picture));
        List<GatewayCard> gateways =
                GatewayCard.of(views.gateways().all(), views.mailboxes().all(), guard.now());
        model.addAttribute("gateways", gateways);
        model.addAttribute("linked", gateways.stream().noneMatch(GatewayCard::troubled));
        model.addAttribute("map", RouteMap.draw(picture, gateways, guard.pauses()));
        model.addAttribute("changes", lately.of(locale, person.zone()));
        return "console/home";
    }

    private static List<LaneCard> lanes(Traffic.Picture picture) {
        List<LaneCard> lanes = new ArrayList<>();
        for (Priority lane : List.of(Priority.URGENT, Priority.ROUTINE))
            lanes.add(new LaneCard(
                    lane.name(),
                    picture.inFlight(lane),
                    Length.of(picture.oldest(lane).map(since -> age(since, picture.at()))),
                    picture.oldest(lane).isPresent()));
        return lanes;
    }

    private static Duration age(Instant since, Instant now) {
        return Duration.between(since, now);
    }

    /// The table twin of the map.
    record Row(
            String corridor,
            String lane,
            long accepted,
            long inFlight,
            String oldest,
            String median,
            String p99,
            long refused,
            long failed) {}

    private static List<Row> rows(Traffic.Picture picture) {
        Map<Corridor, List<Way>> sorted = new TreeMap<>();
        for (Way way : picture.ways())
            sorted.computeIfAbsent(way.corridor(), _ -> new ArrayList<>()).add(way);
        return sorted.values().stream()
                .flatMap(List::stream)
                .map(way -> new Row(
                        way.corridor().toString(),
                        way.lane().name(),
                        way.lastHour().accepted(),
                        way.inFlight(),
                        Length.of(way.oldest().map(since -> age(since, picture.at()))),
                        Length.of(way.lastHour().latency().median()),
                        Length.of(way.lastHour().latency().p99()),
                        way.lastHour().refused(),
                        way.lastHour().failed()))
                .toList();
    }
}
