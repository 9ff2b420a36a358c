package org.liaison.hub;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.liaison.console.port.Deadlines;
import org.liaison.message.AuthorityCode;
import org.liaison.message.Entry;
import org.liaison.message.Slip;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;

/// What is due between States, at the management port: the time that each slip gives for an answer, and
/// whether the recipient has written in that case since. Slips are all the hub sees: why something is due,
/// it cannot know.
@WebEndpoint(id = "deadlines")
class DueTimes implements Deadlines {

    private static final int USUAL_DAYS = 90;
    private static final int LONGEST_DAYS = 366;
    private static final int MOST_LISTED = 200;

    private final LoggedEntries log;
    private final InstantSource clock;

    DueTimes(LoggedEntries log, InstantSource clock) {
        this.log = log;
        this.clock = clock;
    }

    /// A message whose sender waits for one of its recipients until `due`.
    private record Expected(Slip slip, AuthorityCode by, Instant due, Optional<Instant> answered) {

        boolean isAnsweredBy(Slip later) {
            return answered.isEmpty()
                    && later.from().equals(by)
                    && later.to().contains(slip.from())
                    && !later.created().isBefore(slip.created());
        }

        Expected answeredAt(Instant at) {
            return new Expected(slip, by, due, Optional.of(at));
        }

        String standing(Instant now) {
            if (answered.isPresent()) return answered.get().isAfter(due) ? "late" : "inTime";
            return now.isAfter(due) ? "missed" : "open";
        }

        String corridor() {
            return slip.from().country() + "-" + by.country();
        }

        Missed missed() {
            return new Missed(
                    slip.id().toString(),
                    slip.caseId().toString(),
                    slip.kind().code(),
                    slip.from().toString(),
                    by.toString(),
                    due);
        }

        Map<String, Object> json() {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("messageId", slip.id().toString());
            json.put("caseId", slip.caseId().toString());
            json.put("kind", slip.kind().code());
            json.put("from", slip.from().toString());
            json.put("by", by.toString());
            json.put("due", due.toString());
            return json;
        }
    }

    /// Counts by corridor (who waits, then who must answer), and the missed ones, the longest missed first.
    @ReadOperation
    public Map<String, Object> deadlines(@Nullable Integer days) {
        Instant now = clock.instant();
        int back = Math.clamp(days == null ? USUAL_DAYS : days, 1, LONGEST_DAYS);
        List<Expected> expected = expected(now.minus(Duration.ofDays(back)));
        Map<String, Map<String, Integer>> corridors = new TreeMap<>();
        for (Expected one : expected)
            corridors.computeIfAbsent(one.corridor(), _ -> new TreeMap<>()).merge(one.standing(now), 1, Integer::sum);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("days", back);
        answer.put("corridors", corridors);
        answer.put(
                "missed",
                expected.stream()
                        .filter(one -> one.standing(now).equals("missed"))
                        .sorted(Comparator.comparing(Expected::due))
                        .limit(MOST_LISTED)
                        .map(Expected::json)
                        .toList());
        return answer;
    }

    @Override
    public Due of(int days) {
        Instant now = clock.instant();
        int back = Math.clamp(days, 1, LONGEST_DAYS);
        Map<String, Map<String, Integer>> corridors = new TreeMap<>();
        List<Missed> missed = new ArrayList<>();
        for (Expected one : expected(now.minus(Duration.ofDays(back)))) {
            corridors.computeIfAbsent(one.corridor(), _ -> new TreeMap<>()).merge(one.standing(now), 1, Integer::sum);
            if (one.standing(now).equals("missed")) missed.add(one.missed());
        }
        missed.sort(Comparator.comparing(Missed::due));
        return new Due(
                back,
                corridors.entrySet().stream()
                        .map(one -> count(one.getKey(), one.getValue()))
                        .toList(),
                missed.stream().limit(MOST_LISTED).toList());
    }

    private static Count count(String corridor, Map<String, Integer> standings) {
        return new Count(
                corridor,
                standings.getOrDefault("open", 0),
                standings.getOrDefault("inTime", 0),
                standings.getOrDefault("late", 0),
                standings.getOrDefault("missed", 0));
    }

    private List<Expected> expected(Instant from) {
        Map<String, List<Expected>> byCase = new LinkedHashMap<>();
        log.read(
                EnumSet.of(Entry.Event.SUBMISSION_ACCEPTANCE),
                from,
                entry -> LoggedEntries.slip(entry).ifPresent(slip -> {
                    List<Expected> earlier =
                            byCase.computeIfAbsent(slip.caseId().toString(), _ -> new ArrayList<>());
                    earlier.replaceAll(one -> one.isAnsweredBy(slip) ? one.answeredAt(entry.recordedAt()) : one);
                    slip.due()
                            .filter(due -> due.isAfter(slip.created()))
                            .ifPresent(due -> slip.to()
                                    .forEach(by -> earlier.add(new Expected(slip, by, due, Optional.empty()))));
                }));
        return byCase.values().stream().flatMap(List::stream).toList();
    }
}
