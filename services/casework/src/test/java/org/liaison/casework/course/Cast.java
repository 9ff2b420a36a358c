package org.liaison.casework.course;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liaison.message.AuthorityCode;
import org.liaison.message.MessageId;
import org.liaison.message.Priority;

/// Who writes in the cases of these tests, and what.
final class Cast {

    static final Instant NOW = Instant.parse("2025-03-06T09:00:00Z");
    static final AuthorityCode SOCIAL_XA = AuthorityCode.parse("xa.social.welfare");
    static final AuthorityCode SOCIAL_XC = AuthorityCode.parse("xc.social.welfare");
    static final AuthorityCode POLICE_XB = AuthorityCode.parse("xb.police.border");
    static final AuthorityCode CENTRAL_XA = AuthorityCode.parse("xa.central.justice");
    static final AuthorityCode PROSECUTOR_XA = AuthorityCode.parse("xa.prosecutor.general");
    static final AuthorityCode CENTRAL_XC = AuthorityCode.parse("xc.central.justice");

    static Event event(String name) {
        return Courses.all().stream()
                .flatMap(course -> course.event(name).stream())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no event " + name));
    }

    static Fact fact(Instant created, AuthorityCode from, List<AuthorityCode> to, String event, String... marks) {
        return new Fact(
                MessageId.next(created),
                created,
                from,
                to,
                event(event),
                Priority.ROUTINE,
                Optional.empty(),
                Map.ofEntries(Arrays.stream(marks)
                        .map(mark -> mark.split("=", 2))
                        .map(pair -> Map.entry(pair[0], pair[1]))
                        .toArray(Map.Entry[]::new)));
    }

    static Fact due(Fact fact, Instant due) {
        return new Fact(
                fact.id(),
                fact.created(),
                fact.from(),
                fact.to(),
                fact.event(),
                fact.priority(),
                Optional.of(due),
                fact.marks());
    }

    private Cast() {}
}
