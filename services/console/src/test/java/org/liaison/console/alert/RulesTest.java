package org.liaison.console.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.liaison.console.port.Certificates.Expiry;
import org.liaison.console.port.Certificates.What;
import org.liaison.console.port.Gateways.Gateway;
import org.liaison.console.port.Gateways.Standing;
import org.liaison.console.port.Grounds;
import org.liaison.console.port.LogBook;
import org.liaison.console.port.Mailboxes;
import org.liaison.console.port.Operator;
import org.liaison.console.port.Quarantine;
import org.liaison.console.port.Routes;
import org.liaison.console.port.SnapshotShelf;
import org.liaison.message.Language;
import org.liaison.message.Priority;
import org.liaison.message.Reason;
import org.liaison.message.report.Report;

class RulesTest {

    private static final Instant NOON = Surveys.NOON;
    private static final Pattern SENTENCE_END = Pattern.compile("[.?!؟。？]");
    private static final Pattern RUNBOOK_URL = Pattern.compile("runbook_url: http://\\S+/runbook/(\\S+)");

    private final Rules rules = new Rules(Terms.STANDARD);
    private final Surveys hub = new Surveys();

    @Test
    void a_hub_at_which_all_is_well_is_silent() {
        assertThat(rules.judge(hub.look())).isEmpty();
    }

    @Test
    void an_urgent_message_may_wait_five_minutes_and_a_routine_one_thirty() {
        hub.oldest = Optional.of(NOON.minus(Duration.ofMinutes(6)));
        assertThat(rules.judge(hub.look())).isEmpty();
        hub.lane = Priority.URGENT;
        assertSpeaks(Rule.OLDEST_AGE, "The oldest message in the urgent lane has waited for 6 minutes");
        hub.lane = Priority.ROUTINE;
        hub.oldest = Optional.of(NOON.minus(Duration.ofMinutes(31)));
        assertSpeaks(Rule.OLDEST_AGE, "routine lane");
    }

    @Test
    void a_gateway_that_does_not_fetch_is_named_with_what_waits_for_it() {
        hub.mailboxes = Surveys.box(Mailboxes.Kind.MAILBOX, 7, Optional.of(NOON), false);
        assertSpeaks(Rule.DEAD_LINK, "gateway-xa does not fetch its post; 7 messages wait for it.");
        hub.mailboxes = Surveys.box(Mailboxes.Kind.MAILBOX, 7, Optional.of(NOON), true);
        assertThat(rules.judge(hub.look())).isEmpty();
    }

    @Test
    void a_broker_that_says_nothing_is_no_broker_at_which_all_is_well() {
        hub.mailboxes = new Mailboxes.Reading.Unread("away");
        assertSpeaks(Rule.BROKER_SILENT, "broker");
    }

    @Test
    void refusals_count_when_they_are_many_of_many() {
        hub.lastHour = Surveys.refused(0, 4, Reason.KIND_NOT_PERMITTED);
        assertThat(rules.judge(hub.look())).as("too few to speak of").isEmpty();
        hub.lastHour = Surveys.refused(100, 5, Reason.KIND_NOT_PERMITTED);
        assertThat(rules.judge(hub.look())).as("too small a share").isEmpty();
        hub.lastHour = Surveys.refused(10, 5, Reason.KIND_NOT_PERMITTED);
        assertSpeaks(
                Rule.REFUSALS,
                "On XC-XA, 5 of 15 messages were refused or not handed over in the last hour, most often:"
                        + " The rulebook does not let this sender send this kind of message to this recipient.");
        hub.lastHour = Surveys.notHandedOver(10, 5, Reason.UNREADABLE_CONTENT);
        assertSpeaks(
                Rule.REFUSALS,
                "On XC-XA, 5 of 10 messages were refused or not handed over in the last hour, most often:"
                        + " The recipient cannot open the content, or it is not a letter of this protocol.");
    }

    @Test
    void a_certificate_is_due_a_month_before_and_a_revocation_list_half_a_day() {
        hub.certificates = List.of(
                expiry(What.SIGNING, NOON.plus(Duration.ofDays(31))),
                expiry(What.REVOCATION_LIST, NOON.plus(Duration.ofHours(13))));
        assertThat(rules.judge(hub.look())).isEmpty();
        hub.certificates = List.of(expiry(What.SIGNING, NOON.plus(Duration.ofDays(7))));
        assertSpeaks(Rule.CERTIFICATE_DUE, "The signing certificate of xa.social.shelter runs out on 2026-11-29.");
        hub.certificates = List.of(expiry(What.REVOCATION_LIST, NOON));
        assertSpeaks(Rule.CERTIFICATE_OVER, "The revocation list of xa.social.shelter ran out on 2026-11-22.");
    }

    @Test
    void only_the_snapshot_in_force_has_to_be_renewed() {
        hub.snapshots = List.of(version(SnapshotShelf.Standing.EARLIER));
        assertThat(rules.judge(hub.look())).isEmpty();
        hub.snapshots = List.of(version(SnapshotShelf.Standing.IN_FORCE));
        assertSpeaks(Rule.SNAPSHOT_DUE, "The rulebook in force, number 3, runs out on 2026-11-23.");
    }

    @Test
    void disk_and_clock_of_the_machine_are_watched() {
        hub.diskFree = 9;
        assertSpeaks(Rule.DISK, "The disk under data has 9 % free.");
        hub.diskFree = 60;
        hub.clockOff = Optional.of(Duration.ofSeconds(-6));
        assertSpeaks(Rule.CLOCK, "6 seconds");
    }

    /// A night without messages is no fault of the log.
    @Test
    void a_log_that_stands_still_is_a_trouble_only_while_post_waits() {
        hub.lastEntry = Optional.of(NOON.minus(Duration.ofHours(3)));
        assertThat(rules.judge(hub.look())).isEmpty();
        hub.mailboxes = Surveys.box(Mailboxes.Kind.INTAKE, 1, Optional.of(NOON.minus(Duration.ofMinutes(10))), true);
        assertSpeaks(Rule.LOG_STILL, "has not grown for 180 minutes");
    }

    @Test
    void an_entry_that_waits_too_long_for_the_witnesses_of_two_States_wakes_somebody_up() {
        Instant longAgo = NOON.minus(Duration.ofMinutes(90));
        hub.witnesses = List.of(
                witness("gateway-xa", "XA", 10, Optional.empty()),
                witness("gateway-xb", "XB", 7, Optional.of(longAgo)),
                witness("gateway-xc", "XC", 4, Optional.of(longAgo.minusSeconds(600))));
        assertSpeaks(Rule.LOG_UNWITNESSED, "has waited for 90 minutes for the witnesses of 2 States");
    }

    @Test
    void a_log_is_witnessed_when_two_States_have_seen_all_of_it_or_nearly_now() {
        hub.witnesses = List.of(
                witness("gateway-xa", "XA", 10, Optional.empty()),
                witness("gateway-xb", "XB", 9, Optional.of(NOON.minus(Duration.ofMinutes(59)))),
                witness("gateway-xc", "XC", 0, Optional.of(NOON.minus(Duration.ofDays(9)))));
        assertThat(rules.judge(hub.look())).isEmpty();
    }

    @Test
    void a_witness_that_holds_a_checkpoint_against_the_log_wakes_somebody_up() {
        hub.witnesses = List.of(
                new LogBook.Witness("gateway-xa", "XA", Optional.of(10L), Optional.of(NOON), Optional.empty(), true));
        assertSpeaks(Rule.LOG_DISPUTED, "gateway-xa holds a checkpoint with the signatures of log.example/test");
        assertThat(Rule.LOG_DISPUTED.urgency()).isEqualTo(Rule.Urgency.NOW);
    }

    @Test
    void a_gateway_that_saw_a_changed_log_is_named_with_its_proof_or_as_one_who_has_none() {
        hub.claims = List.of(claim(true, false));
        assertSpeaks(Rule.LOG_CHANGED, "gateway-xb says that it was shown a log of log.example/test");
        assertSpeaks(Rule.LOG_CHANGED, "and proves it by two checkpoints");
        assertThat(Rule.LOG_CHANGED.urgency()).isEqualTo(Rule.Urgency.NOW);
        hub.claims = List.of(claim(false, true));
        assertSpeaks(Rule.LOG_CHANGED, "it has no proof of it");
        hub.claims = List.of(claim(false, false));
        assertThat(rules.judge(hub.look())).as("a cry that has ceased").isEmpty();
    }

    private static LogBook.Claim claim(boolean proven, boolean said) {
        return new LogBook.Claim("gateway-xb", NOON, NOON, proven, said, "held", "shown");
    }

    /// Who is not asked does not tarry, and two witnesses of one State are one State.
    @Test
    void fewer_States_with_witnesses_than_needed_are_not_a_trouble_of_the_log() {
        Optional<Instant> ever = Optional.of(NOON.minus(Duration.ofDays(9)));
        hub.witnesses = List.of(witness("gateway-xa", "XA", 0, ever), witness("gateway2-xa", "XA", 0, ever));
        assertThat(rules.judge(hub.look())).isEmpty();
    }

    @Test
    void the_furthest_witness_of_a_State_speaks_for_it() {
        Optional<Instant> ever = Optional.of(NOON.minus(Duration.ofDays(9)));
        hub.witnesses = List.of(
                witness("gateway-xa", "XA", 2, ever),
                witness("gateway2-xa", "XA", 10, Optional.empty()),
                witness("gateway-xb", "XB", 10, Optional.empty()));
        assertThat(rules.judge(hub.look())).isEmpty();
    }

    private static LogBook.Witness witness(String name, String state, long size, Optional<Instant> behind) {
        return new LogBook.Witness(name, state, Optional.of(size), Optional.of(NOON), behind, false);
    }

    @Test
    void a_log_that_does_not_hold_together_wakes_somebody_up() {
        hub.examination = Optional.of(new LogBook.Examination.Broken(NOON, "entry 3"));
        assertSpeaks(Rule.LOG_BROKEN, "do not go on");
        assertThat(Rule.LOG_BROKEN.urgency()).isEqualTo(Rule.Urgency.NOW);
    }

    @Test
    void a_rule_that_could_not_be_asked_is_said() {
        hub.unseen = Set.of(Survey.View.CERTIFICATES);
        assertSpeaks(Rule.UNASKED, "The rules about certificates cannot be asked");
    }

    @Test
    void quarantine_and_pauses_are_not_forgotten() {
        hub.quarantine = new Quarantine.Reading.Read(List.of(new Quarantine.Group(
                new Quarantine.Cause("IllegalStateException", "Desk.java:1"),
                List.of(new Quarantine.Item(
                        "1", NOON, Optional.empty(), Optional.empty(), Optional.empty(), List.of(), 10)))));
        assertSpeaks(Rule.QUARANTINE, "1 message lies in quarantine since Nov 22, 2026, 12:00 UTC.");
        hub.quarantine = new Quarantine.Reading.Read(List.of());
        hub.routes = List.of(new Routes.Route(
                "hub-intake",
                true,
                false,
                Optional.of(new Routes.Pause(
                        "hub-intake",
                        NOON,
                        NOON.plusSeconds(600),
                        new Operator("Ada"),
                        new Grounds("a disk is changed"))),
                0,
                0,
                0,
                0,
                Optional.empty()));
        assertSpeaks(Rule.PAUSED, "hub-intake is paused until Nov 22, 2026, 12:10 UTC");
    }

    @Test
    void a_gateway_that_reported_and_does_not_any_more_is_silent() {
        hub.gateways = List.of(Surveys.gateway(Standing.REPORTS, NOON));
        assertThat(rules.judge(hub.look())).isEmpty();
        hub.gateways = List.of(Surveys.gateway(Standing.SILENT, NOON.minus(Duration.ofMinutes(9))));
        assertSpeaks(Rule.GATEWAY_SILENT, "gateway-xa has not reported since Nov 22, 2026, 11:51 UTC.");
        hub.gateways = List.of(new Gateway(
                "gateway-xa",
                List.of("XA"),
                Standing.UNHEARD,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0,
                Optional.empty()));
        assertThat(rules.judge(hub.look())).as("not heard yet is no trouble").isEmpty();
    }

    @Test
    void a_gateway_that_is_gone_altogether_is_one_alert() {
        hub.gateways = List.of(Surveys.gateway(Standing.SILENT, NOON.minus(Duration.ofMinutes(9))));
        hub.mailboxes = Surveys.box(Mailboxes.Kind.MAILBOX, 7, Optional.of(NOON), false);
        assertSpeaks(Rule.DEAD_LINK, "gateway-xa");
    }

    @Test
    void what_a_gateway_reports_is_held_against_the_terms() {
        hub.gateways = List.of(reporting(NOON.plusSeconds(29), 29 * 60, Report.Disk.OK));
        assertThat(rules.judge(hub.look())).isEmpty();
        hub.gateways = List.of(reporting(NOON.minusSeconds(40), 0, Report.Disk.OK));
        assertSpeaks(Rule.CLOCK, "The clock of gateway-xa is off by 40 seconds.");
        hub.gateways = List.of(reporting(NOON, 31 * 60, Report.Disk.OK));
        assertSpeaks(
                Rule.GATEWAY_OUTBOX,
                "gateway-xa has a message in its routine lane that the hub has not answered for 31 minutes, of 3 in");
        hub.gateways = List.of(reporting(NOON, 0, Report.Disk.LOW));
        assertSpeaks(Rule.GATEWAY_TROUBLE, "gateway-xa reports: its disk is nearly full.");
        hub.gateways = List.of();
        hub.certificates = List.of(expiry(What.GATEWAY_TLS, NOON.plus(Duration.ofDays(7))));
        assertSpeaks(Rule.CERTIFICATE_DUE, "The TLS certificate of xa.social.shelter runs out on 2026-11-29.");
    }

    private static Gateway reporting(Instant clock, long oldestSeconds, Report.Disk disk) {
        return Surveys.gateway(Standing.REPORTS, NOON, clock, oldestSeconds, disk);
    }

    @Test
    void every_rule_has_its_page_in_the_runbook() throws IOException {
        String runbook = Files.readString(Path.of("RUNBOOK.md"));
        for (Rule rule : Rule.values()) assertThat(runbook).contains("\n## " + rule.anchor() + "\n");
    }

    /// What it means, what to look at and what to do, in three to six sentences.
    @Test
    void every_rule_has_its_page_at_the_console_in_every_language() {
        for (Language language : Language.values())
            for (Rule rule : Rule.values()) {
                assertThat(Rule.called(rule.runbook().replace("/runbook/", ""))).contains(rule);
                String page = Stream.of("means", "look", "act")
                        .map(part -> Surveys.WORDS.say(language, "console." + part + "." + rule))
                        .collect(Collectors.joining(" "));
                assertThat(SENTENCE_END.splitAsStream(page).filter(sentence -> !sentence.isBlank()))
                        .as(rule + " in " + language + ": " + page)
                        .hasSizeBetween(3, 7);
            }
        assertThat(Rule.called("nothing")).isEmpty();
    }

    @Test
    void every_alert_for_prometheus_links_to_a_page_of_the_console() throws IOException {
        List<String> pages = RUNBOOK_URL
                .matcher(Files.readString(Path.of("..", "..", "docker", "monitoring", "alerts.yml")))
                .results()
                .map(link -> link.group(1))
                .toList();
        assertThat(pages)
                .hasSizeGreaterThan(5)
                .allSatisfy(page -> assertThat(Rule.called(page)).as(page).isPresent());
    }

    @Test
    void quiet_hours_may_go_over_midnight() {
        QuietHours night = QuietHours.parse("22:00-06:00 UTC");
        assertThat(night.cover(Instant.parse("2026-11-22T22:00:00Z"))).isTrue();
        assertThat(night.cover(Instant.parse("2026-11-22T05:59:59Z"))).isTrue();
        assertThat(night.cover(Instant.parse("2026-11-22T06:00:00Z"))).isFalse();
        assertThat(QuietHours.parse("12:00-13:00").cover(Instant.parse("2026-11-22T12:30:00Z")))
                .isTrue();
        assertThat(QuietHours.parse("06:00-06:00").cover(NOON)).isFalse();
        assertThatThrownBy(() -> QuietHours.parse("at night")).hasMessageContaining("22:00-06:00 Europe/Paris");
    }

    private void assertSpeaks(Rule rule, String part) {
        assertThat(rules.judge(hub.look())).singleElement().satisfies(found -> {
            assertThat(found.rule()).isEqualTo(rule);
            assertThat(Surveys.ENGLISH.of(found)).contains(part);
        });
    }

    /// In Arabic names are wrapped so that they keep their direction; codes that choose between words are not.
    @Test
    void every_rule_says_the_same_in_every_language_and_names_what_it_is_about() {
        for (Language language : Language.values()) {
            Wording wording = new Wording(Surveys.WORDS, language.locale(), ZoneOffset.UTC);
            for (Rule rule : Rule.values())
                assertThat(wording.of(new Found(rule, List.of("first", "2", "third", "fourth"))))
                        .as(rule + " in " + language)
                        .doesNotContain("{", "}", "console.");
            assertThat(wording.of(new Found(Rule.DEAD_LINK, List.of("gateway-xa", "7"))))
                    .contains("gateway-xa", "7");
            assertThat(wording.of(new Found(Rule.OLDEST_AGE, List.of("URGENT", "6"))))
                    .isNotEqualTo(wording.of(new Found(Rule.OLDEST_AGE, List.of("ROUTINE", "6"))));
            for (What what : What.values())
                assertThat(wording.of(new Found(
                                Rule.CERTIFICATE_DUE, List.of(what + " xa", what.name(), "xa", "2026-11-29"))))
                        .contains("xa", "2026-11-29")
                        .satisfies(text -> assertThat(what == What.SIGNING)
                                .as(language + ": " + text)
                                .isEqualTo(text.equals(wording.of(
                                        new Found(Rule.CERTIFICATE_DUE, List.of("?", "OTHER", "xa", "2026-11-29"))))));
        }
    }

    private static Expiry expiry(What what, Instant until) {
        return new Expiry(what, "xa.social.shelter", "1", NOON.minus(Duration.ofDays(365)), until);
    }

    private static SnapshotShelf.Version version(SnapshotShelf.Standing standing) {
        return new SnapshotShelf.Version(
                SnapshotShelf.Kind.RULEBOOK, 3, NOON, NOON.plus(Duration.ofDays(1)), NOON, standing, 1);
    }
}
