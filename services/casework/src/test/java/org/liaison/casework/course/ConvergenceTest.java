package org.liaison.casework.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.liaison.casework.course.Event.Standing;
import org.liaison.message.AuthorityCode;
import org.liaison.message.CaseId;

/// Two desks write at the same time, the post between them delays, repeats and reorders; in the end both see the same.
class ConvergenceTest {

    private static final int CASES = 300;
    private static final int MESSAGES = 14;
    private static final int CLOCK_SKEW_SECONDS = 90;
    private static final AuthorityCode ASKING = Cast.CENTRAL_XC;
    private static final AuthorityCode ASKED = Cast.CENTRAL_XA;
    private static final AuthorityCode COMPETENT = Cast.PROSECUTOR_XA;

    static List<Course> courses() {
        return List.copyOf(Courses.all());
    }

    @ParameterizedTest
    @MethodSource("courses")
    void both_sides_come_to_the_same_case_whatever_the_post_does(Course course) {
        for (int seed = 0; seed < CASES; seed++) {
            Played played = play(course, new Random(seed));
            assertThat(played.askedSees()).as("seed " + seed).isEqualTo(played.askingSees());
        }
    }

    private record Played(CaseView askingSees, CaseView askedSees) {}

    private static Played play(Course course, Random random) {
        CaseId id = new CaseId("XC-" + course.family() + "-2025-000001");
        List<Fact> atAsking = new ArrayList<>();
        List<Fact> atAsked = new ArrayList<>();
        List<Fact> toAsking = new ArrayList<>();
        List<Fact> toAsked = new ArrayList<>();
        Instant now = Cast.NOW;
        for (int sent = 0; sent < MESSAGES; sent++) {
            now = now.plus(Duration.ofMinutes(1 + random.nextInt(600)));
            boolean asking = atAsking.isEmpty() || random.nextBoolean();
            Instant clock = now.plusSeconds(random.nextInt(2 * CLOCK_SKEW_SECONDS) - CLOCK_SKEW_SECONDS);
            List<Fact> own = asking ? atAsking : atAsked;
            Event event = anEvent(course, CaseView.of(id, own, clock), asking, random);
            List<AuthorityCode> to = asking
                    ? List.of(ASKED)
                    : event.standing() == Standing.HANDS_ON ? List.of(ASKING, COMPETENT) : List.of(ASKING);
            Fact fact = Cast.fact(clock, asking ? ASKING : ASKED, to, event.name());
            fact = random.nextBoolean() ? fact : Cast.due(fact, clock.plus(Duration.ofHours(1 + random.nextInt(48))));
            own.add(fact);
            (asking ? toAsked : toAsking).add(fact);
            deliver(toAsking, atAsking, random);
            deliver(toAsked, atAsked, random);
        }
        atAsking.addAll(toAsking);
        atAsked.addAll(toAsked);
        Collections.shuffle(atAsking, random);
        Instant end = now.plus(Duration.ofDays(30));
        return new Played(CaseView.of(id, atAsking, end), CaseView.of(id, atAsked, end));
    }

    /// Some of what is under way arrives, in any order, some of it twice.
    private static void deliver(List<Fact> underWay, List<Fact> arrived, Random random) {
        Collections.shuffle(underWay, random);
        while (!underWay.isEmpty() && random.nextInt(3) > 0) {
            Fact fact = underWay.removeLast();
            arrived.add(fact);
            if (random.nextInt(4) == 0) arrived.add(fact);
        }
    }

    /// Mostly what the sender's own table allows at the time, now and then anything.
    private static Event anEvent(Course course, CaseView view, boolean asking, Random random) {
        Actor actor = asking ? Actor.ASKING : Actor.ASKED;
        List<Event> allowed = course.rows().stream()
                .filter(row -> row.from().equals(view.state()) && row.actor() == actor)
                .map(Row::event)
                .toList();
        List<Event> any = allowed.isEmpty() || random.nextInt(8) == 0 ? List.copyOf(course.events()) : allowed;
        return any.get(random.nextInt(any.size()));
    }
}
