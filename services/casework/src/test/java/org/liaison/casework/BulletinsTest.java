package org.liaison.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liaison.casework.FormsTest.only;
import static org.liaison.casework.Paper.Sending;
import static org.liaison.casework.Paper.sample;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.liaison.casework.course.Courses;
import org.liaison.message.AuthorityCode;
import org.liaison.message.AuthorityKind;
import org.liaison.message.Bytes;
import org.liaison.message.CaseId;

/// Bulletins of the inter-agency group (A/RES/61/180 paragraphs 14 and 15) and what their TLP 2.0 label entails.
class BulletinsTest {

    private static final AuthorityCode COORDINATOR = AuthorityCode.parse("xb.coordinator.group");
    private static final AuthorityCode NAMED = AuthorityCode.parse("xa.police.antitrafficking");
    private static final AuthorityCode ALSO_NAMED = AuthorityCode.parse("xb.police.border");
    private static final AuthorityCode STRANGER = AuthorityCode.parse("xc.police.antitrafficking");
    private static final CaseId BULLETIN = new CaseId("XB-BUL-2025-000001");

    @Test
    void tlp_2_0_red_goes_to_the_named_recipients_only() {
        assertThat(sample("BUL-MO").problems(Sending.of(COORDINATOR, NAMED, ALSO_NAMED)))
                .isEmpty();
        assertThat(only(sample("BUL-MO").problems(Sending.of(COORDINATOR, NAMED, STRANGER)))
                        .sentence())
                .isEqualTo("The bulletin is RED, and xc.police.antitrafficking is not named as a recipient.");
        assertThat(only(sample("BUL-MO").without("/namedRecipients").problems()).why())
                .isEqualTo("TLP 2.0");
        assertThat(only(sample("BUL-MO").with("/tlp", "AMBER").problems()).sentence())
                .isEqualTo("Only RED names its recipients.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"RED", "AMBER+STRICT"})
    void tlp_2_0_what_stays_with_its_recipients_bears_the_code_that_blocks_passing_on(String label) {
        Paper labelled = sample("BUL-PROG").without("/publicAt").with("/tlp", label);
        if (label.equals("RED")) labelled = labelled.with("/namedRecipients", List.of(NAMED.toString()));
        assertThat(only(labelled.problems()).sentence())
                .isEqualTo("What is RED or AMBER+STRICT is not passed on, so it bears the handling code H2.");
        assertThat(only(labelled.with("/handling", Map.of("codes", List.of("H0")))
                                .problems())
                        .pointer())
                .isEqualTo("/handling/codes");
        assertThat(labelled.with("/handling", Map.of("codes", List.of("H2"))).problems())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"AMBER", "GREEN"})
    void tlp_2_0_only_clear_is_public(String label) {
        Paper labelled = sample("BUL-PROG").with("/tlp", label);
        assertThat(only(labelled.problems()).sentence()).isEqualTo("Only CLEAR may be public.");
        assertThat(labelled.without("/publicAt").problems()).isEmpty();
    }

    @Test
    void tlp_2_0_there_are_five_labels_and_no_other() {
        assertThat(only(sample("BUL-PROG").with("/tlp", "WHITE").problems()).sentence())
                .endsWith("is not one of its codes: RED, AMBER+STRICT, AMBER, GREEN, CLEAR.");
    }

    @ParameterizedTest
    @EnumSource(AuthorityKind.class)
    void a_res_61_180_14_the_coordinator_informs_everybody_and_nobody_else_does(AuthorityKind kind) {
        AuthorityCode somebody = new AuthorityCode(NAMED.country(), kind, "sample");
        assertThat(sample("BUL-PROG").problems(Sending.of(COORDINATOR, somebody)))
                .isEmpty();
        if (kind != AuthorityKind.COORDINATOR)
            assertThat(only(sample("BUL-PROG").problems(Sending.of(somebody, NAMED)))
                            .sentence())
                    .endsWith("does not send BUL-PROG.");
    }

    @Test
    void a_res_61_180_14_a_later_edition_comes_in_the_same_case_and_reading_needs_no_message() {
        Object[] turns = {">", sample("BUL-SCHED"), ">", sample("BUL-SCHED").with("/number", 2)};
        assertThat(Paper.played(BULLETIN, COORDINATOR, NAMED, turns)).hasToString("BUL_PUBLISHED");
        assertThat(Courses.find("BUL").orElseThrow().kinds())
                .noneMatch(kind -> kind.code().contains("READ"));
    }

    @ParameterizedTest
    @CsvSource({
        "BUL-MO, /method, 'The driver can be reached at driver@example.org at night.'",
        "BUL-MO, /signs/0, 'They carry passports such as XA1234567.'",
        "BUL-PROG, /items/0/text, 'Call the victim at +99012345670.'",
        "GPR-PUB, /practice, 'We paid to XA12 3456 7890 1234 5678 for everything.'"
    })
    void coe_11_a_bulletin_holds_no_personal_data(String kind, String pointer, String text) {
        Problem problem = only(sample(kind).with(pointer, text).problems());
        assertThat(problem.pointer()).isEqualTo(pointer);
        assertThat(problem.why()).isEqualTo("CoE 11");
        assertThat(only(sample(kind).without("/noPersonalData").problems()).pointer())
                .isEqualTo("/noPersonalData");
    }

    @Test
    void tip_10_1_c_a_modus_operandi_has_no_place_for_a_suspect() {
        assertThat(only(sample("BUL-MO")
                                .with("/suspects", List.of(Map.of("role", "RECRUITER")))
                                .problems())
                        .sentence())
                .isEqualTo("The form has a field here that its kind does not know.");
    }

    @Test
    void a_res_61_180_14_the_calendar_file_says_what_the_schedule_says() throws IOException, ParserException {
        Bytes file = Schedule.calendar(sample("BUL-SCHED").form());
        Calendar calendar = read(file);
        calendar.validate();
        List<VEvent> events = calendar.getComponents("VEVENT");
        assertThat(events).hasSize(2);
        VEvent meeting = events.getFirst();
        assertThat(value(meeting, Property.UID)).isEqualTo("meeting-2025-1.group.example.org");
        assertThat(value(meeting, Property.SUMMARY))
                .isEqualTo("Meeting of the group; review of the work plan, and any other business");
        assertThat(value(meeting, Property.LOCATION)).isEqualTo("Sample Hall, XB");
        assertThat(value(meeting, Property.STATUS)).isEqualTo("CONFIRMED");
        assertThat(Instant.from(meeting.getDateTimeStart().getDate())).isEqualTo(Instant.parse("2025-05-06T09:00:00Z"));
        assertThat(file.utf8().lines()).allMatch(line -> line.length() <= 75);
    }

    @Test
    void rfc_5545_awkward_texts_come_back_as_they_were() throws IOException, ParserException {
        String awkward = "会议; commas, back\\slash\nand a second line ".repeat(6).strip();
        Paper schedule = sample("BUL-SCHED").with("/events/0/title", awkward).with("/events/0/cancelled", true);
        VEvent meeting = (VEvent)
                read(Schedule.calendar(schedule.form())).getComponents("VEVENT").getFirst();
        assertThat(value(meeting, Property.SUMMARY)).isEqualTo(awkward);
        assertThat(value(meeting, Property.STATUS)).isEqualTo("CANCELLED");
        Paper smuggled = sample("BUL-SCHED").with("/events/0/title", "Meeting\r\nATTENDEE:mailto:a@example.org");
        assertThat(read(Schedule.calendar(smuggled.form()))
                        .getComponents("VEVENT")
                        .getFirst()
                        .getProperty("ATTENDEE"))
                .isEmpty();
    }

    @Test
    void a_res_61_180_14_the_attached_calendar_is_the_one_made_from_the_schedule() {
        Sending sending = Sending.of(COORDINATOR, NAMED);
        Bytes made = Schedule.calendar(sample("BUL-SCHED").form());
        assertThat(sample("BUL-SCHED").problems(sending.attaching("schedule.ics", made)))
                .isEmpty();
        Paper moved = sample("BUL-SCHED").with("/events/0/start", "2025-05-06T08:00:00Z");
        assertThat(only(moved.problems(sending.attaching("schedule.ics", made))).sentence())
                .isEqualTo("The attached calendar is not the one that is made from this schedule.");
        assertThat(sample("BUL-SCHED").problems(sending))
                .extracting(Problem::pointer)
                .containsExactlyInAnyOrder("/calendar/file", "/attachments/0/file");
        assertThat(only(sample("BUL-SCHED")
                                .with("/calendar/mediaType", "text/plain")
                                .problems())
                        .mend())
                .isEqualTo("Attach the schedule as text/calendar.");
    }

    @Test
    void entries_of_a_schedule_end_after_they_begin_and_have_ids_of_their_own() {
        assertThat(only(sample("BUL-SCHED")
                                .with("/events/0/end", "2025-05-06T09:00:00Z")
                                .problems())
                        .pointer())
                .isEqualTo("/events/0/end");
        assertThat(only(sample("BUL-SCHED")
                                .with("/events/1/id", "meeting-2025-1.group.example.org")
                                .problems())
                        .pointer())
                .isEqualTo("/events/1/id");
    }

    private static Calendar read(Bytes file) throws IOException, ParserException {
        return new CalendarBuilder().build(new ByteArrayInputStream(file.toArray()));
    }

    private static String value(VEvent event, String property) {
        return event.getProperty(property).orElseThrow().getValue();
    }
}
