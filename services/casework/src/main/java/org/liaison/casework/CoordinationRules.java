package org.liaison.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.liaison.message.AuthorityCode;
import org.liaison.message.Digest;
import tools.jackson.databind.JsonNode;

/// Rules for complaints, incident reports, bulletins and contact between contact points. The names of the methods are
/// the rules.
final class CoordinationRules {

    // spotless:off
    static final List<Rules.OfForm> OF_FORM = List.of(
            Rules.OfForm.of(CoordinationRules::nobody_can_be_reached_through_a_complaint_but_by_its_officer, "INC-VICTIM-COMPLAINT"),
            Rules.OfForm.of(CoordinationRules::what_is_told_to_many_tells_of_nobody, "BUL-SCHED", "BUL-PROG", "GPR-PUB", "BUL-MO"),
            Rules.OfForm.of(CoordinationRules::contact_points_do_not_write_about_persons, "CON-ASK", "CON-ANS"),
            Rules.OfForm.of(CoordinationRules::what_stays_within_an_organisation_is_not_passed_on, "BUL-SCHED", "BUL-PROG", "GPR-PUB", "BUL-MO"),
            Rules.OfForm.of(CoordinationRules::entries_of_a_schedule_end_after_they_begin, "BUL-SCHED"));

    static final List<Rules.OfOccasion> OF_OCCASION = List.of(
            Rules.OfOccasion.of(CoordinationRules::a_complaint_is_transmitted_without_delay, "INC-VICTIM-COMPLAINT"),
            Rules.OfOccasion.of(CoordinationRules::an_incident_is_reported_once, "INC-RPT"),
            Rules.OfOccasion.of(CoordinationRules::an_incident_has_happened, "INC-RPT"),
            Rules.OfOccasion.of(CoordinationRules::red_goes_to_the_named_recipients_only, "BUL-SCHED", "BUL-PROG", "GPR-PUB", "BUL-MO"),
            Rules.OfOccasion.of(CoordinationRules::the_calendar_is_made_from_the_schedule, "BUL-SCHED"),
            Rules.OfOccasion.of(CoordinationRules::an_answer_names_the_question_it_answers, "CON-ANS"));
    // spotless:on

    private static final Set<String> NOT_PASSED_ON = Set.of("RED", "AMBER+STRICT");

    static void nobody_can_be_reached_through_a_complaint_but_by_its_officer(Filled form) {
        PersonalTraces.look(form, "CoE 11, 28; TIP 6(1)", "officer", "attachments");
    }

    static void what_is_told_to_many_tells_of_nobody(Filled form) {
        PersonalTraces.look(form, "CoE 11", "officer", "namedRecipients", "publicAt", "events", "attachments");
    }

    static void contact_points_do_not_write_about_persons(Filled form) {
        PersonalTraces.look(form, "CoE 11, TIP 6(1)", "officer", "contacts");
    }

    static void what_stays_within_an_organisation_is_not_passed_on(Filled form) {
        if (NOT_PASSED_ON.contains(form.text("/tlp"))
                && form.has("/handling/codes")
                && !form.texts("/handling/codes").contains("H2"))
            form.problem(
                    "/handling/codes",
                    "What is RED or AMBER+STRICT is not passed on, so it bears the handling code H2.",
                    "TLP 2.0",
                    "Add H2, or choose another label.");
    }

    static void entries_of_a_schedule_end_after_they_begin(Filled form) {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < form.list("/events").size(); i++) {
            String place = "/events/" + i;
            Optional<Instant> start = PoliceRules.moment(form, place + "/start");
            Optional<Instant> end = PoliceRules.moment(form, place + "/end");
            if (start.isPresent() && end.isPresent() && !end.get().isAfter(start.get()))
                form.problem(
                        place + "/end", "This entry ends before it begins.", "A/RES/61/180 14", "Correct the times.");
            if (form.has(place + "/id") && !ids.add(form.text(place + "/id")))
                form.problem(
                        place + "/id",
                        "Two entries have the same id.",
                        "A/RES/61/180 14",
                        "Give each an id of its own.");
        }
    }

    static void a_complaint_is_transmitted_without_delay(Filled form, Occasion occasion) {
        LocalDate today = occasion.today();
        form.date("/madeOn")
                .filter(day -> day.isAfter(today))
                .ifPresent(day ->
                        form.problem("/madeOn", "This day lies in the future.", "CoE 27(2)", "Correct the date."));
        if (!form.has("/reasonForDelay"))
            form.date("/madeOn")
                    .filter(day -> day.isBefore(today))
                    .ifPresent(day -> form.problem(
                            "/reasonForDelay",
                            "The complaint was made on an earlier day, and nothing says why it is transmitted only now.",
                            "CoE 27(2)",
                            "Transmit complaints without delay; say what held this one up."));
    }

    /// One record for one incident, whoever gets a part of it: a correction is its next revision.
    static void an_incident_is_reported_once(Filled form, Occasion occasion) {
        for (JsonNode earlier : occasion.docket().all("INC-RPT")) {
            if (earlier.equals(form.form())) continue;
            if (!earlier.path("record").equals(form.at("/record")))
                form.problem(
                        "/record",
                        "This case is about another record.",
                        CoordinationKinds.VOLUNTARY,
                        "Keep the number of the record; another incident is a case of its own.");
            else if (form.at("/revision").longValue(0)
                    < earlier.path("revision").longValue(0))
                form.problem(
                        "/revision",
                        "A later revision of this record has been sent.",
                        CoordinationKinds.VOLUNTARY,
                        "Correct the latest one and count on.");
        }
    }

    static void an_incident_has_happened(Filled form, Occasion occasion) {
        form.date("/period", text -> YearMonth.parse(text).atDay(1))
                .filter(month -> month.isAfter(occasion.today()))
                .ifPresent(month -> form.problem(
                        "/period", "This month lies in the future.", CoordinationKinds.VOLUNTARY, "Correct it."));
    }

    static void red_goes_to_the_named_recipients_only(Filled form, Occasion occasion) {
        if (!form.text("/tlp").equals("RED") || !form.has("/namedRecipients")) return;
        List<String> named = form.texts("/namedRecipients");
        for (AuthorityCode to : occasion.to())
            if (!named.contains(to.toString()))
                form.problem(
                        "/namedRecipients",
                        "The bulletin is RED, and " + to + " is not named as a recipient.",
                        "TLP 2.0",
                        "Name it, or take it off the recipients.");
    }

    static void the_calendar_is_made_from_the_schedule(Filled form, Occasion occasion) {
        Digest attached = occasion.attachments().get(form.text("/calendar/file"));
        if (form.text("/calendar/file").isEmpty()) return;
        if (attached == null)
            form.problem(
                    "/calendar/file",
                    "The calendar file is not attached.",
                    "A/RES/61/180 14",
                    "Attach the calendar that is made from this schedule.");
        else if (!Schedule.calendar(form).sha256().equals(attached))
            form.problem(
                    "/calendar/file",
                    "The attached calendar is not the one that is made from this schedule.",
                    "A/RES/61/180 14",
                    "Have it made anew after every change, so that the file and the form say the same.");
    }

    static void an_answer_names_the_question_it_answers(Filled form, Occasion occasion) {
        PoliceRules.mustAnswer(form, occasion, "CON-ASK", "A/RES/61/180 10");
    }

    private CoordinationRules() {}
}
