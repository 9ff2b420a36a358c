package org.liaison.casework.course;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liaison.message.Bytes;
import org.liaison.message.CaseId;
import org.liaison.message.MessageKind;
import org.liaison.message.StrictJson;
import tools.jackson.core.JacksonException;

/// The courses there are, one for each family of messages.
public final class Courses {

    private static final Map<String, Course> ALL = new LinkedHashMap<>();

    static {
        for (Course course : List.of(
                Referral.COURSE,
                Verification.NATIONALITY,
                Verification.TRAVEL_DOCUMENTS,
                Verification.DOCUMENT,
                Assistance.COURSE,
                Extradition.COURSE,
                JointInvestigation.COURSE,
                AssetRecovery.COURSE,
                PoliceInformation.COURSE,
                SpontaneousInformation.COURSE,
                WitnessProtection.COURSE,
                Incidents.COURSE,
                TechnicalAssistance.COURSE,
                Bulletins.COURSE,
                ContactPoints.COURSE)) ALL.put(course.family(), course);
    }

    public static Collection<Course> all() {
        return List.copyOf(ALL.values());
    }

    /// In a case of a family that does not exist nothing is allowed.
    public static Course of(CaseId id) {
        return find(id.family()).orElseGet(() -> new CourseTable(id.family(), "unknown").made());
    }

    public static Optional<Course> find(String family) {
        return Optional.ofNullable(ALL.get(family));
    }

    /// The family whose cases begin with this kind of message.
    public static Optional<Course> openedBy(MessageKind kind) {
        return ALL.values().stream().filter(course -> course.opensWith(kind)).findFirst();
    }

    /// An event by the family and name under which it was stored.
    public static Optional<Event> event(CaseId id, String name) {
        return find(id.family()).flatMap(course -> course.event(name));
    }

    /// Reads what a valid form means for a case; empty where the form is not one of its kind, or its kind has no place
    /// in such a case.
    public static Optional<Meaning> meaning(CaseId id, MessageKind kind, Bytes form) {
        try {
            var json = StrictJson.MAPPER.readTree(form.toArray());
            return find(id.family()).flatMap(course -> course.meaning(kind, json));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private Courses() {}
}
